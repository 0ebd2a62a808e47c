import { DecidedLine, DecideLine } from "@headwater/contract/rounds";
import { roundLines } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, inArray } from "drizzle-orm";
import { askedAmount } from "../giving/asked.ts";
import { storedCurrency } from "../giving/value.ts";
import { badField, type Context, writing } from "../operation/index.ts";
import { resolveProject } from "../projects/resolve.ts";
import { successors } from "../ratios/successors.ts";
import { namedProjects } from "../ratios/project-names.ts";
import { requireRoom } from "./change.ts";
import { namedPayee, waysOf } from "./payees.ts";
import {
  decisionsOf,
  isLineOf,
  type LineDecision,
  lockedMinorOf,
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
    const decisions = await decisionsOf(context, row.id);
    const before = decisions.get(project.id) ?? noDecision;
    const payee = await askedPayee(context, project.id, input.payee, before);
    const decision = decisionAfter(before, { ...input, payee }, row);
    const lockedMinor = lockedMinorOf(new Map([...decisions, [project.id, decision]]));
    // Who takes something back is never held up by what else is locked.
    if ((decision.lockedMinor ?? 0n) > (before.lockedMinor ?? 0n))
      requireRoom(row, lockedMinor, row.budgetMinor);
    await store(context, row.id, project.id, decision);
    return {
      round: shownRound(context, await nextVersion(context, row)),
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

/** What stands already may stay, also where our files do not name it any more. */
async function askedPayee(
  context: Context,
  project: Identifier<"prj">,
  asked: DecideLine["payee"],
  { payeeUrl }: LineDecision,
): Promise<DecideLine["payee"]> {
  if (typeof asked !== "string" || asked === payeeUrl) return asked;
  const named = await namedProjects(context, [project]);
  return namedPayee(waysOf(named.get(project) ?? null), asked);
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

/** Under the project itself, in place of what was decided on packages that have come to it since. */
async function store(
  context: Context,
  roundId: RoundRow["id"],
  projectId: Identifier<"prj">,
  decision: LineDecision,
): Promise<void> {
  const followed = await successors(context);
  const earlier = [...followed].filter(([, to]) => to === projectId).map(([from]) => from);
  await context.db
    .delete(roundLines)
    .where(and(isLineOf(context, roundId), inArray(roundLines.projectId, [projectId, ...earlier])));
  const { lockedMinor, leftOut, payeeUrl } = decision;
  if (lockedMinor === null && leftOut === null && payeeUrl === null) return;
  await context.db.insert(roundLines).values({
    organizationId: context.organization.id,
    roundId,
    projectId,
    lockedMinor,
    leftOut,
    payeeUrl,
  });
}
