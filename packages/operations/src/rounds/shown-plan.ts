import type { Plan, Round, RoundFigures, RoundLine } from "@headwater/contract/rounds";
import { projects } from "@headwater/db/tables";
import { printAmount, type Currency } from "@headwater/domain/money";
import type { RatioSummary } from "@headwater/domain/ratio";
import { and, eq, ilike, or } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { type ComputedRatios } from "../ratios/compute.ts";
import { nameProjects } from "../ratios/project-names.ts";
import { amountOf, reason, valueOf } from "../ratios/unknown.ts";
import { chosenPayee, payeeSums, waysOf } from "./payees.ts";
import { type ComputedPlan, giftsOf, type PlannedLine } from "./plan.ts";
import { smallestInSteps } from "./settings.ts";
import { sponsorFiles } from "./sponsor-rows.ts";

interface Asked {
  readonly q?: string | undefined;
  readonly others: number;
}

/** A plan as pages see it: every line with a gift or a decision, and the largest gaps of the others. */
export async function shownPlan(
  context: Context,
  of: ComputedPlan,
  round: Round | null,
  asked: Asked,
): Promise<Plan> {
  const { computed, settings, plan, before, after } = of;
  const { currency, timeZone } = context.organization;
  const amount = (minor: bigint) => printAmount(minor, currency);
  const gifts = await giftsOf(context, of);
  const { lines, more } = await chosenLines(context, of, asked);
  const files = await sponsorFiles(context, gifts);
  return {
    round,
    currency,
    period: { start: computed.period.start, end: computed.period.end, timeZone },
    target: amountOf(computed.target.target, currency),
    ...reason("targetUnknown", computed.target.target),
    budget: amount(settings.budgetMinor),
    floor: amount(smallestInSteps(settings)),
    cap: settings.capMinor === null ? null : amount(settings.capMinor),
    step: amount(settings.stepMinor),
    locked: amount(plan.lockedMinor),
    proposed: amount(plan.proposedMinor),
    reserve: amount(plan.reserveMinor),
    allocated: amount(plan.lockedMinor + plan.proposedMinor),
    before: shownFigures(before, currency),
    after: shownFigures(after, currency),
    lines: lines.map((line) => shownLine(line, computed, currency)),
    more,
    projects: computed.ratios.rows.filter(({ usageShare }) => usageShare > 0).length,
    counts: countsOf(of),
    ...boundsOf(of, currency),
    payees: [...payeeSums(gifts, currency)],
    sponsors: {
      rows: files?.flat().length ?? 0,
      files: files?.length ?? 0,
      dollars: files === null ? null : String(files.flat().reduce((sum, { whole }) => sum + whole, 0n)),
    },
    definitionVersion: computed.ratios.definitionVersion,
  };
}

/** Those that somebody looks at, with their names. */
async function chosenLines(
  context: Context,
  { computed, lines }: ComputedPlan,
  { q = "", others }: Asked,
): Promise<{ readonly lines: readonly PlannedLine[]; readonly more: number }> {
  const sought = q.trim() === "" ? null : await projectsCalled(context, q.trim());
  const found = sought === null ? lines : lines.filter(({ row }) => sought.has(row.projectId));
  let left = others;
  const shown = found.filter((line) => isDecidedOrGiven(line) || (left -= 1) >= 0);
  await nameProjects(
    context,
    computed,
    shown.map(({ row }) => row.projectId),
  );
  return { lines: shown, more: found.length - shown.length };
}

/** Projects whose name or slug holds the text, whichever way it is written. */
async function projectsCalled(context: Context, text: string): Promise<ReadonlySet<string>> {
  const pattern = `%${text.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
  const rows = await context.db
    .select({ id: projects.id })
    .from(projects)
    .where(
      and(
        eq(projects.organizationId, context.organization.id),
        or(ilike(projects.name, pattern), ilike(projects.slug, pattern)),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

function isDecidedOrGiven({ decision, final, suggestedMinor }: PlannedLine): boolean {
  const { lockedMinor, leftOut, payeeUrl } = decision;
  const decided = lockedMinor !== null || leftOut !== null || payeeUrl !== null;
  return decided || final.gift > 0n || suggestedMinor > 0n;
}

export function shownLine(line: PlannedLine, { beside }: ComputedRatios, currency: Currency): RoundLine {
  const { row, decision, suggestedMinor, final, paidMinor } = line;
  const named = beside.named.get(row.projectId) ?? null;
  const ways = waysOf(named);
  const payee = chosenPayee(ways, decision.payeeUrl);
  // Only rows without a rate: what was given is not known, and that is not nothing.
  const unvalued = !row.ratio.known && row.ratio.reason === "no-valued-rows";
  return {
    id: row.projectId,
    project: named?.slug ?? row.projectId,
    name: named?.name ?? row.projectId,
    provisional: named?.provisional ?? false,
    usageShare: row.usageShare,
    given: unvalued ? null : printAmount(row.giveBackMinor, currency),
    ...(unvalued ? { givenUnknown: "no-valued-rows" } : {}),
    fairShare: amountOf(row.fairShareMinor, currency),
    ...reason("fairShareUnknown", row.fairShareMinor),
    gap: amountOf(row.gapMinor, currency),
    ...reason("gapUnknown", row.gapMinor),
    suggested: printAmount(suggestedMinor, currency),
    final: printAmount(final.gift, currency),
    reason: final.reason,
    locked: decision.lockedMinor === null ? null : printAmount(decision.lockedMinor, currency),
    ...(paidMinor > 0n ? { paid: printAmount(paidMinor, currency) } : {}),
    leftOut: decision.leftOut,
    payee,
    ...(decision.payeeUrl !== null && payee === null ? { payeeGone: decision.payeeUrl } : {}),
    ways: [...ways],
  };
}

function shownFigures(summary: RatioSummary, currency: Currency): RoundFigures {
  return {
    giveBackOfTarget: valueOf(summary.giveBackOfTarget),
    ...reason("giveBackOfTargetUnknown", summary.giveBackOfTarget),
    coverage: valueOf(summary.coverage),
    ...reason("coverageUnknown", summary.coverage),
    alignment: valueOf(summary.alignment),
    ...reason("alignmentUnknown", summary.alignment),
    monthsBehind: valueOf(summary.monthsBehind),
    ...reason("monthsBehindUnknown", summary.monthsBehind),
    gap: amountOf(summary.gapMinor, currency),
    ...reason("gapUnknown", summary.gapMinor),
  };
}

function countsOf({ lines }: ComputedPlan): Plan["counts"] {
  const counted = Map.groupBy(lines, ({ final }) => final.reason);
  const count = (reason: PlannedLine["final"]["reason"]) => counted.get(reason)?.length ?? 0;
  return {
    gifts: lines.filter(({ final }) => final.gift > 0n).length,
    locked: count("locked"),
    leftOut: count("left-out"),
    belowSmallestGift: count("below-smallest-gift"),
    budgetUsed: count("budget-used"),
    noGap: count("no-gap"),
  };
}

/** How far down the budget reaches, and where the axis of the bars ends. */
function boundsOf(
  { lines }: ComputedPlan,
  currency: Currency,
): Pick<Plan, "reachesGap" | "largestFairShare"> {
  let reaches: bigint | null = null;
  let largest: bigint | null = null;
  for (const { row, final } of lines) {
    const byRule = final.gift > 0n && final.reason !== "locked";
    if (byRule && row.gapMinor.known && (reaches === null || row.gapMinor.value < reaches))
      reaches = row.gapMinor.value;
    if (row.fairShareMinor.known && (largest === null || row.fairShareMinor.value > largest))
      largest = row.fairShareMinor.value;
  }
  return {
    reachesGap: reaches === null ? null : printAmount(reaches, currency),
    largestFairShare: largest === null ? null : printAmount(largest, currency),
  };
}
