import type { Decision, Round } from "@headwater/contract/rounds";
import { roundLines, rounds } from "@headwater/db/tables";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { printAmount } from "@headwater/domain/money";
import { and, asc, eq } from "drizzle-orm";
import { storedCurrency } from "../giving/value.ts";
import { type Context, Refused } from "../operation/index.ts";
import { successors } from "../ratios/successors.ts";

export type RoundRow = typeof rounds.$inferSelect;
type ProjectId = Identifier<"prj">;

/** What somebody decided on a line. */
export interface LineDecision {
  readonly lockedMinor: bigint | null;
  readonly leftOut: string | null;
  readonly payeeUrl: string | null;
}

export const noDecision: LineDecision = { lockedMinor: null, leftOut: null, payeeUrl: null };

/** Who began it is told to those who may read the audit: it is the id of a person. */
export function shownRound(context: Context, row: RoundRow): Round {
  const currency = storedCurrency(row.currency);
  const amount = (minor: bigint) => printAmount(minor, currency);
  return {
    id: row.id,
    name: row.name,
    period: row.period,
    currency,
    budget: amount(row.budgetMinor),
    floor: amount(row.floorMinor),
    cap: row.capMinor === null ? null : amount(row.capMinor),
    step: amount(row.stepMinor),
    version: row.version,
    ...(context.may("audit.read") ? { createdBy: row.createdBy } : {}),
    createdAt: row.writtenAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  };
}

export function shownDecision({ lockedMinor, leftOut, payeeUrl }: LineDecision, round: RoundRow): Decision {
  return {
    locked: lockedMinor === null ? null : printAmount(lockedMinor, storedCurrency(round.currency)),
    leftOut,
    payee: payeeUrl,
  };
}

export async function findRound(context: Context, id: string): Promise<RoundRow> {
  const roundId = parseIdentifier("rnd", id);
  const [row] =
    roundId === null ? [] : await context.db.select().from(rounds).where(isRound(context, roundId));
  if (!row) throw noRound();
  return row;
}

/** The round, held until the transaction ends. Refuses where somebody changed it since the version that was looked at. */
export async function roundToChange(context: Context, id: string, version: number): Promise<RoundRow> {
  const roundId = parseIdentifier("rnd", id);
  const [row] =
    roundId === null
      ? []
      : await context.db.select().from(rounds).where(isRound(context, roundId)).for("update");
  if (!row) throw noRound();
  if (row.version !== version)
    throw new Refused(
      "changed-meanwhile",
      `This round was changed meanwhile: you looked at version ${version}, and it is at ${row.version}. Nothing was changed; look at it again and decide anew.`,
    );
  return row;
}

/** Writes settings, or nothing but that something of the round changed, as the next version. */
export async function nextVersion(
  context: Context,
  row: RoundRow,
  change: Partial<RoundRow> = {},
): Promise<RoundRow> {
  const after = { ...row, ...change, version: row.version + 1, changedAt: context.now };
  await context.db.update(rounds).set(after).where(isRound(context, row.id));
  return after;
}

export function isRound(context: Context, id: RoundRow["id"]) {
  return and(eq(rounds.organizationId, context.organization.id), eq(rounds.id, id));
}

export function isLineOf(context: Context, id: RoundRow["id"]) {
  return and(eq(roundLines.organizationId, context.organization.id), eq(roundLines.roundId, id));
}

/**
 * By the project that a line counts for now: a decision on a package that had no project yet follows it to its project.
 * In the order of the projects, so that nothing rests on the order in which rows are read.
 */
export async function decisionsOf(
  context: Context,
  id: RoundRow["id"],
): Promise<ReadonlyMap<ProjectId, LineDecision>> {
  const rows = await context.db
    .select()
    .from(roundLines)
    .where(isLineOf(context, id))
    .orderBy(asc(roundLines.projectId));
  if (rows.length === 0) return new Map();
  const followed = await successors(context);
  const ownFirst = rows.toSorted(
    (one, other) => Number(followed.has(one.projectId)) - Number(followed.has(other.projectId)),
  );
  const together = Map.groupBy(ownFirst, ({ projectId }) => followed.get(projectId) ?? projectId);
  return new Map([...together].map(([projectId, own]) => [projectId, joined(own)]));
}

/**
 * What was decided on packages that are one project now. Money that was promised to each is promised to the project, so
 * locks are summed; it is left out only where each of them was, with every reason. Who is paid is what was chosen on the
 * project itself, else on the first of its packages.
 */
function joined(decisions: readonly LineDecision[]): LineDecision {
  const locks = decisions.flatMap(({ lockedMinor }) => lockedMinor ?? []);
  const reasons = new Set(decisions.map(({ leftOut }) => leftOut));
  return {
    lockedMinor: locks.length === 0 ? null : locks.reduce((sum, lock) => sum + lock, 0n),
    leftOut: reasons.has(null) ? null : [...reasons].join("; "),
    payeeUrl: decisions.find(({ payeeUrl }) => payeeUrl !== null)?.payeeUrl ?? null,
  };
}

/** What is locked in a round, all lines together. */
export function lockedMinorOf(decisions: ReadonlyMap<ProjectId, LineDecision>): bigint {
  return [...decisions.values()].reduce((sum, { lockedMinor }) => sum + (lockedMinor ?? 0n), 0n);
}

function noRound(): Refused {
  return new Refused("not-found", "There is no such round. It may have been removed.");
}
