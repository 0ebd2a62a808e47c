/** Rows that a person marks, so as to accept the proposals of all of them at once. */
import { type Accessor, createSignal } from "solid-js";
import type { Candidate } from "./candidates.ts";

export interface Marks {
  /** The keys of the marked rows, those included that have gone. */
  readonly marked: Accessor<ReadonlySet<string>>;
  /** The marked rows that have a proposal. */
  readonly markedRows: Accessor<readonly Candidate[]>;
  /** What would be accepted at once: the marked rows, or all where none is marked. */
  readonly many: Accessor<readonly Candidate[]>;
  /** Marks a row, or takes its mark away. */
  readonly toggle: (key: string) => void;
  readonly clear: () => void;
}

export function createMarks(rows: Accessor<readonly Candidate[]>): Marks {
  const [marked, setMarked] = createSignal<ReadonlySet<string>>(new Set());
  const proposed = () => rows().filter(({ proposal }) => proposal !== null);
  const markedRows = () => proposed().filter(({ key }) => marked().has(key));
  return {
    marked,
    markedRows,
    many: () => (markedRows().length > 0 ? markedRows() : proposed()),
    toggle: (key) =>
      setMarked(
        (before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]),
      ),
    clear: () => setMarked(new Set<string>()),
  };
}
