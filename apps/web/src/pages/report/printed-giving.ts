import type { ReportGiving } from "@headwater/contract/reports";
import { wholeUnits } from "@headwater/ui/format";

/** The lines of the two ledgers in whole units that add up as they are printed. */
export interface PrintedGiving {
  readonly cashToProjects: string;
  readonly cashPooled: string;
  readonly cash: string;
  readonly inKind: string;
  /** In the order of the report. */
  readonly time: readonly string[];
  readonly total: string;
}

export function printedGiving(giving: ReportGiving): PrintedGiving {
  const { cash, inKind, time, total } = giving;
  const [all = "0"] = wholeUnits([total]);
  const [cashUnits = "0", inKindUnits = "0", ...timeUnits] = wholeUnits(
    [cash, inKind, ...time.map(({ value }) => value)],
    all,
  );
  const [toProjects = "0", pooled = "0"] = wholeUnits([giving.cashToProjects, giving.cashPooled], cashUnits);
  return {
    cashToProjects: toProjects,
    cashPooled: pooled,
    cash: cashUnits,
    inKind: inKindUnits,
    time: timeUnits,
    total: all,
  };
}
