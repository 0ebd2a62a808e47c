import type { ReportDecision } from "@headwater/contract/reports";
import { printAmount } from "@headwater/domain/money";
import { type RatioRow, ratiosOf, type RatioSummary, withGifts } from "@headwater/domain/ratio";
import type { Circumstances } from "../operation/index.ts";
import type { ComputedRatios, ProjectId } from "../ratios/compute.ts";
import { amountOf, reason, valueOf } from "../ratios/unknown.ts";

type Row = RatioRow<ProjectId>;

/** So many of the largest gaps are put before whoever decides: as many as Home shows. */
const DECIDED = 5;

/** Known gaps only; the tail is no project that somebody could pay. */
export function decidedRows({ ordered }: ComputedRatios, hidden: ReadonlySet<string>): readonly Row[] {
  return ordered
    .filter((row) => !row.tail && !hidden.has(row.projectId) && gapOf(row) > 0n)
    .slice(0, DECIDED);
}

/** What the sum of these gaps, given in the period as well, would have made of its figures; null where no gap is left. */
export function decisionOf(
  { organization: { currency } }: Circumstances,
  { input, ratios, beside }: ComputedRatios,
  rows: readonly Row[],
): ReportDecision | null {
  if (rows.length === 0) return null;
  const gifts = new Map(rows.map((row) => [row.projectId, gapOf(row)]));
  return {
    amount: printAmount(
      rows.reduce((sum, row) => sum + gapOf(row), 0n),
      currency,
    ),
    projects: rows.map((row) => ({
      id: row.projectId,
      project: beside.named.get(row.projectId)?.slug ?? row.projectId,
      name: beside.named.get(row.projectId)?.name ?? row.projectId,
      gap: amountOf(row.gapMinor, currency),
    })),
    before: figuresOf(ratios.summary),
    after: figuresOf(ratiosOf(withGifts(input, gifts)).summary),
  };
}

function gapOf({ gapMinor }: Row): bigint {
  return gapMinor.known ? gapMinor.value : 0n;
}

function figuresOf({ coverage, monthsBehind }: RatioSummary): ReportDecision["before"] {
  return {
    coverage: valueOf(coverage),
    ...reason("coverageUnknown", coverage),
    monthsBehind: valueOf(monthsBehind),
    ...reason("monthsBehindUnknown", monthsBehind),
  };
}
