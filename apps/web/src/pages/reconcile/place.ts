/** The row that is looked at, among rows that go one after the other. */
import { type Accessor, createEffect, createMemo, createSignal } from "solid-js";
import type { Candidate } from "./candidates.ts";

export interface Place {
  /** The key of the row that is looked at. */
  readonly at: Accessor<string | undefined>;
  readonly current: Accessor<Candidate | undefined>;
  readonly moveTo: (key: string) => void;
  /** To the row below, where there is one. */
  readonly moveOn: () => void;
}

/** Begins at the first row. A row that has gone leaves its place to the next one. */
export function createPlace(rows: Accessor<readonly Candidate[]>): Place {
  const [at, setAt] = createSignal<string | undefined>();
  const current = createMemo(() => rows().find(({ key }) => key === at()));
  let place = 0;
  createEffect(() => {
    const now = rows();
    const found = now.findIndex(({ key }) => key === at());
    if (found >= 0) place = found;
    else setAt(now[Math.min(place, now.length - 1)]?.key);
  });
  const moveOn = () => {
    const next = rows()[rows().findIndex(({ key }) => key === at()) + 1];
    if (next !== undefined) setAt(next.key);
  };
  return { at, current, moveTo: setAt, moveOn };
}
