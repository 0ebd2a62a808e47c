import { DecidedLine, DecideLine } from "@headwater/contract/rounds";
import { roundLines } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq } from "drizzle-orm";
import { askedAmount } from "../giving/asked.ts";
import { storedCurrency } from "../giving/value.ts";
import { badField, type Context, writing } from "../operation/index.ts";
import { resolveProject } from "../projects/resolve.ts";
import { lockedMinorOf, requireRoom } from "./change.ts";
import {
  isLineOf,
  type LineDecision,
  nextVersion,
  noDecision,
  type RoundRow,
  roundToChange,
  shownDecision,
  shownRound,
} from "./row.ts";

/** Locks a line at an amount, leaves it out with a reason, chooses who is paid, or takes any of these back. */
export const decideLine = writing({
  name: "round.decide-line",
  access: "round.plan",
  input: DecideLine,
  output: DecidedLine,
  leavesFigures: true,
  async run(context, input) {
    const project = await resolveProject(context, input.project, "project");
    const row = await roundToChange(context, input.id, input.version);
    const before = await decisionOn(context, row.id, project.id);
    const decision = decisionAfter(before, input, row);
    const lockedMinor =
      (await lockedMinorOf(context, row.id)) - (before.lockedMinor ?? 0n) + (decision.lockedMinor ?? 0n);
    // Who takes something back is never held up by what else is locked.
    if ((decision.lockedMinor ?? 0n) > (before.lockedMinor ?? 0n))
      requireRoom(row, lockedMinor, row.budgetMinor);
    await store(context, row.id, project.id, decision);
    return {
      round: shownRound(await nextVersion(context, row)),
      project: project.slug,
      decision: shownDecision(decision, row),
      before: shownDecision(before, row),
    };
  },
  // The reason is somebody's words and a payee may be a person: both stay out of the chain.
  audit: ({ round, project, decision }) => ({
    entity: `round:${round.id}`,
    detail: {
      version: round.version,
      project,
      locked: decision.locked,
      leftOut: decision.leftOut !== null,
      payee: decision.payee !== null,
    },
  }),
});

async function decisionOn(
  context: Context,
  id: RoundRow["id"],
  projectId: Identifier<"prj">,
): Promise<LineDecision> {
  const [row] = await context.db
    .select()
    .from(roundLines)
    .where(and(isLineOf(context, id), eq(roundLines.projectId, projectId)));
  return row ?? noDecision;
}

function decisionAfter(before: LineDecision, input: DecideLine, row: RoundRow): LineDecision {
  if (typeof input.locked === "string" && typeof input.leftOut === "string")
    throw badField("leftOut", "a line is either locked at an amount or left out; send one of the two");
  const locked =
    typeof input.locked === "string"
      ? askedAmount("locked", input.locked, storedCurrency(row.currency))
      : input.locked;
  return {
    lockedMinor:
      typeof input.leftOut === "string" ? null : locked === undefined ? before.lockedMinor : locked,
    leftOut: typeof locked === "bigint" ? null : input.leftOut === undefined ? before.leftOut : input.leftOut,
    payeeUrl: input.payee === undefined ? before.payeeUrl : input.payee,
  };
}

async function store(
  context: Context,
  roundId: RoundRow["id"],
  projectId: Identifier<"prj">,
  decision: LineDecision,
): Promise<void> {
  const { lockedMinor, leftOut, payeeUrl } = decision;
  if (lockedMinor === null && leftOut === null && payeeUrl === null) {
    await context.db
      .delete(roundLines)
      .where(and(isLineOf(context, roundId), eq(roundLines.projectId, projectId)));
    return;
  }
  const set = { lockedMinor, leftOut, payeeUrl };
  await context.db
    .insert(roundLines)
    .values({ organizationId: context.organization.id, roundId, projectId, ...set })
    .onConflictDoUpdate({
      target: [roundLines.organizationId, roundLines.roundId, roundLines.projectId],
      set,
    });
}
