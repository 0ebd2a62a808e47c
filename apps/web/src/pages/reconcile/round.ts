/** One round through a queue: where it stands, what is marked, what is being asked, and what can be decided. */
import { type Accessor, createSignal } from "solid-js";
import type { Shortcut } from "../../frame/keys.ts";
import type { Candidate } from "./candidates.ts";
import { setPackage, setRule } from "./decisions.ts";
import type { Decisions } from "./Detail.tsx";
import { createMarks, type Marks } from "./marks.ts";
import { createPlace, type Place } from "./place.ts";
import { focusQueue } from "./Queue.tsx";
import { t } from "./texts.ts";

/** What a dialog asks before it is decided. */
type Question = "another" | "rule" | "ours" | "many";

export interface Round {
  readonly place: Place;
  readonly marks: Marks;
  /** Null where no dialog is open. */
  readonly asking: Accessor<Question | null>;
  readonly ask: (question: Question) => void;
  /** Closes the dialog with nothing decided. */
  readonly close: () => void;
  /** Decides on the row that is looked at; the queue has moved on before the server answers. */
  readonly decide: (work: (candidate: Candidate) => Promise<void>) => void;
  /** What can be decided on the row that is looked at. */
  readonly decisions: Decisions;
}

/** A round asks and decides nothing where the reader's role changes nothing. */
export function createRound(rows: Accessor<readonly Candidate[]>, mayChange: Accessor<boolean>): Round {
  const place = createPlace(rows);
  const marks = createMarks(rows);
  const [asking, setAsking] = createSignal<Question | null>(null);
  const ask = (question: Question) => {
    const isAbout = question === "many" ? marks.many().length > 0 : place.current() !== undefined;
    if (mayChange() && isAbout) setAsking(question);
  };
  const close = () => {
    setAsking(null);
    focusQueue();
  };
  const decide = (work: (candidate: Candidate) => Promise<void>) => {
    const candidate = place.current();
    setAsking(null);
    if (candidate !== undefined && mayChange()) void work(candidate);
    focusQueue();
  };
  const decisions = {
    accept: () =>
      decide(async ({ proposal, packages }) => {
        if (proposal !== null) await setRule(proposal, packages);
      }),
    itself: () =>
      decide(async ({ loose }) => {
        if (loose !== null) await setPackage(loose, loose.package);
      }),
    another: () => ask("another"),
    ours: () => ask("ours"),
    rule: () => ask("rule"),
  };
  return { place, marks, asking, ask, close, decide, decisions };
}

/** The keys that decide; Enter and the arrows are the queue's own. */
export function keysOf(round: Round): readonly Shortcut[] {
  const { place, decisions } = round;
  const { actions } = t();
  return [
    { key: "e", does: actions.another, run: decisions.another, onLine: true },
    ...(place.current()?.loose === null
      ? []
      : [{ key: "p", does: actions.itself, run: decisions.itself, onLine: true }]),
    { key: "f", does: actions.ours, run: decisions.ours, onLine: true },
    { key: "r", does: actions.rule, run: decisions.rule, onLine: true },
    { key: "x", does: actions.mark, run: () => markAndMoveOn(round) },
    { key: "a", does: actions.markedAll, run: () => round.ask("many") },
  ];
}

function markAndMoveOn({ place, marks }: Round): void {
  const key = place.at();
  if (key === undefined) return;
  marks.toggle(key);
  place.moveOn();
}
