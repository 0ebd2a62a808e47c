import type { ReportExposure } from "@headwater/contract/reports";
import type { RatioRow } from "@headwater/domain/ratio";
import type { Circumstances } from "../operation/index.ts";
import type { ComputedRatios, ProjectId } from "../ratios/compute.ts";
import { amountOf, reason } from "../ratios/unknown.ts";

type Row = RatioRow<ProjectId>;

/** So many stand on the page. */
const EXPOSED = 2;

/** The projects with the largest reach among those that received nothing. Of equal reach, those that we stand on more. */
export function exposedRows({ ratios: { rows } }: ComputedRatios): readonly Row[] {
  return rows
    .filter((row) => row.reach > 0 && row.giveBackMinor <= 0n && row.unknownRows === 0)
    .toSorted(
      (one, other) =>
        other.reach - one.reach ||
        other.usageShare - one.usageShare ||
        (one.projectId < other.projectId ? -1 : 1),
    )
    .slice(0, EXPOSED);
}

/** What our files and ledgers say of them, and nothing else. */
export function exposureOf(
  { organization: { currency } }: Circumstances,
  { usage, beside }: ComputedRatios,
  rows: readonly Row[],
): ReportExposure[] {
  return rows.map((row) => {
    const named = beside.named.get(row.projectId);
    const products = usage.input.rows.filter((use) => use.projectId === row.projectId);
    return {
      id: row.projectId,
      project: named?.slug ?? row.projectId,
      name: named?.name ?? row.projectId,
      reach: row.reach,
      usageShare: row.usageShare,
      gap: amountOf(row.gapMinor, currency),
      ...reason("gapUnknown", row.gapMinor),
      channels: [...(named?.channels ?? [])],
      productsWithIt: new Set(products.map((use) => use.productId)).size,
    };
  });
}
