import type { ReportGiving } from "@headwater/contract/reports";
import { printAmount } from "@headwater/domain/money";
import type { Circumstances } from "../operation/index.ts";
import type { ComputedRatios } from "../ratios/compute.ts";

/** Cash and time side by side, each line once; a team gives no money, the company does. */
export function givingOf(
  { organization: { currency } }: Circumstances,
  { ratios: { summary }, giving: { pooled, timeByBasis } }: ComputedRatios,
): ReportGiving {
  const amount = (minor: bigint) => printAmount(minor, currency);
  return {
    cashToProjects: amount(summary.cashMinor),
    cashPooled: amount(pooled.cashMinor),
    cash: amount(summary.cashMinor + pooled.cashMinor),
    inKind: amount(summary.inKindMinor + pooled.inKindMinor),
    time: (["logged", "imported", "estimated"] as const).map((basis) => ({
      basis,
      minutes: timeByBasis[basis].minutes,
      value: amount(timeByBasis[basis].giveBackMinor),
    })),
    total: amount(summary.giveBackMinor + summary.pooledMinor),
    unknownRows: summary.unknownRows,
  };
}
