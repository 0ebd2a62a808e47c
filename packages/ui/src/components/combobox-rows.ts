import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";

/** Something to choose: its value, its name, and its meaning at the right. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly meaning?: string | undefined;
}

/** Asks elsewhere for what fits; an aborted signal means that nobody waits any more. */
export type Search = (typed: string, signal: AbortSignal) => Promise<readonly Choice[]>;

/** Where the rows come from, and how the asking goes. */
export interface Found {
  readonly rows: Accessor<readonly Choice[]>;
  readonly state: Accessor<"still" | "asking" | "failed">;
}

/** At most this many rows are drawn; typing narrows the rest. */
const MOST = 8;

/** Between the last letter and the question: shorter than a pause, longer than the way to the next letter. */
const DEBOUNCE_MS = 120;

/** The choices whose name holds what was typed, in their own order. */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const sought = typed.trim().toLowerCase();
  return choices.filter((choice) => choice.name.toLowerCase().includes(sought)).slice(0, MOST);
}

/** Whether what was typed is already the name or the value of one of them. */
export function isKnown(choices: readonly Choice[], typed: string): boolean {
  const sought = typed.trim().toLowerCase();
  return choices.some((choice) => choice.name.toLowerCase() === sought || choice.value === sought);
}

/**
 * Asks the search for what is typed, while the list is open. The rows of the last answer stay until the next one is
 * here, an answer to an older question is dropped, and a failed question says so and is asked anew with the next letter.
 */
export function createSearch(
  search: () => Search | undefined,
  typed: () => string,
  isOpen: () => boolean,
): Found {
  const [rows, setRows] = createSignal<readonly Choice[]>([]);
  const [state, setState] = createSignal<"still" | "asking" | "failed">("still");
  let asked: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    asked?.abort();
  };
  const ask = async (find: Search, text: string) => {
    const mine = new AbortController();
    asked = mine;
    try {
      const answer = await find(text, mine.signal);
      if (mine.signal.aborted) return;
      setRows(answer.slice(0, MOST));
      setState("still");
    } catch {
      if (!mine.signal.aborted) setState("failed");
    }
  };
  createEffect(
    on([() => typed().trim(), isOpen], ([text, open]) => {
      stop();
      const find = search();
      if (!open || find === undefined) return;
      setState("asking");
      timer = setTimeout(() => void ask(find, text), text === "" ? 0 : DEBOUNCE_MS);
    }),
  );
  onCleanup(stop);
  return { rows, state };
}
