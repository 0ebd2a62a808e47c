import type { RatioRow as ShownRow } from "@headwater/contract/ratios";
import { printAmount, type Currency } from "@headwater/domain/money";
import type { RatioRow } from "@headwater/domain/ratio";
import type { ComputedRatios, ProjectId } from "./compute.ts";
import type { NamedProject } from "./project-names.ts";
import { FEWER_THAN_THREE } from "./team-filter.ts";
import { amountOf, reason, valueOf } from "./unknown.ts";

/** One project as it is shown. */
export function shownProject(
  row: RatioRow<ProjectId>,
  named: NamedProject | null,
  currency: Currency,
): ShownRow {
  return {
    id: row.projectId,
    project: named?.slug ?? row.projectId,
    name: named?.name ?? row.projectId,
    usageShare: row.usageShare,
    reach: row.reach,
    minutes: row.minutes,
    timeValue: printAmount(row.timeMinor, currency),
    cash: printAmount(row.cashMinor, currency),
    inKind: printAmount(row.inKindMinor, currency),
    giveBack: printAmount(row.giveBackMinor, currency),
    giveBackShare: valueOf(row.giveBackShare),
    ...reason("giveBackShareUnknown", row.giveBackShare),
    ratio: valueOf(row.ratio),
    ...reason("ratioUnknown", row.ratio),
    fairShare: amountOf(row.fairShareMinor, currency),
    ...reason("fairShareUnknown", row.fairShareMinor),
    fairShareMet: valueOf(row.fairShareMet),
    ...reason("fairShareMetUnknown", row.fairShareMet),
    gap: amountOf(row.gapMinor, currency),
    ...reason("gapUnknown", row.gapMinor),
    tail: row.tail,
    provisional: named?.provisional ?? false,
    beyondInventory: row.usageShare === 0 && row.reach === 0,
    unknownRows: row.unknownRows,
    channels: [...(named?.channels ?? [])],
  };
}

/** The row without the time that people gave, and without all that derives from it. What was bought with money under the same filter stays. */
export function withoutTime(row: ShownRow, why = FEWER_THAN_THREE): ShownRow {
  return {
    ...row,
    minutes: null,
    minutesUnknown: why,
    timeValue: null,
    timeValueUnknown: why,
    giveBack: null,
    giveBackUnknown: why,
    giveBackShare: null,
    giveBackShareUnknown: why,
    ratio: null,
    ratioUnknown: why,
    fairShareMet: null,
    fairShareMetUnknown: why,
    gap: null,
    gapUnknown: why,
    unknownRows: 0,
  };
}

/** Projects that some product of the filter has in the ecosystem. The shares stay parts of the whole: a list is narrowed, not recomputed. */
export function projectsInEcosystem(computed: ComputedRatios, ecosystem: string): ReadonlySet<ProjectId> {
  return new Set(
    computed.usage.input.rows.filter((row) => row.ecosystems.includes(ecosystem)).map((row) => row.projectId),
  );
}
