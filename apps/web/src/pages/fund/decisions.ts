/**
 * What a person decides about the lines of a round. Each decision is said in a toast with the way back. They go out one
 * after the other, each on the state that the one before left, so that quick keys never stand in each other's way.
 */
import type { Decision } from "@headwater/contract/rounds";
import { showToast } from "@headwater/ui/components";
import { createSignal } from "solid-js";
import { api, asked, Refusal } from "../../server.ts";
import { type Line, type Round, roundChanged } from "./queries.ts";
import { t } from "./texts.ts";

type Wanted = { readonly [Part in keyof Decision]?: Decision[Part] };

/** What a line is being moved to, step by step, by its id; it goes out when the steps have come to an end. */
const [moving, setMoving] = createSignal<ReadonlyMap<string, string>>(new Map());

/** Quick presses of a key are one decision. */
const PAUSE_MS = 350;

const pauses = new Map<string, ReturnType<typeof setTimeout>>();

/** What stands in the field of a line: where it is being moved to, else what the plan gives it. */
export function amountOf(line: Pick<Line, "id" | "final">): string {
  return moving().get(line.id) ?? line.final;
}

/** Shows the amount at once, and decides on it once nothing has followed for a moment. */
export function moveTo(line: Pick<Line, "id">, amount: string, decide: () => Promise<void>): void {
  clearTimeout(pauses.get(line.id));
  setMoving((before) => new Map([...before, [line.id, amount]]));
  const forget = () => setMoving((before) => new Map([...before].filter(([id]) => id !== line.id)));
  pauses.set(
    line.id,
    setTimeout(() => {
      pauses.delete(line.id);
      void decide().finally(forget);
    }, PAUSE_MS),
  );
}

/** What somebody decides takes the place of the steps that still wait. */
function dropSteps(line: Pick<Line, "id">): void {
  if (!pauses.has(line.id)) return;
  clearTimeout(pauses.get(line.id));
  pauses.delete(line.id);
  setMoving((before) => new Map([...before].filter(([id]) => id !== line.id)));
}

let last: Promise<unknown> = Promise.resolve();

/** The version that our own last write to a round left, by the round. */
const ours = new Map<string, number>();

/** Decides on a line as it is seen; what was decided before comes back with the undo of the toast. */
export function decideLine(round: Round, line: Pick<Line, "id" | "project">, wanted: Wanted, said: string) {
  dropSteps(line);
  return inTurn(async () => {
    try {
      const decided = await write(round, line.project, wanted);
      showToast({
        said,
        undo: () =>
          inTurn(async () => {
            await write(decided.round, line.project, decided.before);
            await roundChanged();
          }),
      });
    } catch (error) {
      showToast({ said: refusalWords(error) });
    }
    await roundChanged();
  });
}

/** Why something was not done; another person in between is the ordinary case, and said in the reader's language. */
export function refusalWords(error: unknown): string {
  if (error instanceof Refusal && error.problem.code === "changed-meanwhile") return t().changedMeanwhile;
  if (error instanceof Refusal && error.problem.code === "conflict") return t().moreThanBudget;
  return t().notDone(error instanceof Error ? error.message : String(error));
}

/** The version to decide on: that of the page, or of our own decision that the page has not seen yet. */
export function versionOf({ id, version }: Pick<Round, "id" | "version">): number {
  return Math.max(version, ours.get(id) ?? 0);
}

/** Our own write left this version, which the page has not seen yet. */
export function leftBy({ id, version }: Pick<Round, "id" | "version">): void {
  ours.set(id, version);
}

async function write(round: Round, project: string, wanted: Wanted) {
  const version = versionOf(round);
  const decided = await asked(api.rounds.decide.mutate({ id: round.id, version, project, ...wanted }));
  leftBy(decided.round);
  return decided;
}

function inTurn(work: () => Promise<void>): Promise<void> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}
