import type { ReportGiving } from "@headwater/contract/reports";
import { wholeUnits } from "@headwater/ui/format";

/** The lines of the two ledgers in whole units that add up as they are printed. */
export interface PrintedGiving {
  readonly cashToProjects: string;
  readonly cashPooled: string;
  readonly cash: string;
  readonly inKind: string;
  /** By basis. */
  readonly time: ReadonlyMap<string, string>;
  readonly total: string;
}

/** Logged time has its line also where there is none. */
export function shownTimes({ time }: ReportGiving): ReportGiving["time"] {
  return time.filter(
    ({ basis, minutes, value }) => basis === "logged" || minutes !== 0 || Number(value) !== 0,
  );
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
    time: new Map(time.map(({ basis }, place) => [basis, timeUnits[place] ?? "0"])),
    total: all,
  };
}
