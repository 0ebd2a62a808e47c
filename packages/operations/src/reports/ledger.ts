import type { RatioRow as ShownRow } from "@headwater/contract/ratios";
import type { ReportLedger, ReportLine } from "@headwater/contract/reports";
import { known, type Known, unknown } from "@headwater/domain/known";
import type { Currency } from "@headwater/domain/money";
import type { RatioRow } from "@headwater/domain/ratio";
import type { Circumstances } from "../operation/index.ts";
import { shownProject, withoutTime } from "../ratios/by-project.ts";
import type { ComputedRatios, ProjectId } from "../ratios/compute.ts";
import { FEWER_THAN_THREE } from "../ratios/team-filter.ts";
import { amountOf, reason } from "../ratios/unknown.ts";
import { visibleTotals } from "../ratios/visible-totals.ts";

type Row = RatioRow<ProjectId>;

/** As many projects as stand on a sheet of paper beside all the rest. */
const NAMED = 16;

/** The largest gaps that may be shown; the tail is a line of its own. */
export function namedRows({ ordered }: ComputedRatios, hidden: ReadonlySet<string>): readonly Row[] {
  return ordered
    .filter((row) => !row.tail && row.usageShare > 0 && !hidden.has(row.projectId))
    .slice(0, NAMED);
}

/** Every project stands in one line of it, so that the lines sum to the company's figures. */
export function ledgerOf(
  { organization: { currency } }: Circumstances,
  computed: ComputedRatios,
  named: readonly Row[],
  hidden: ReadonlySet<string>,
): ReportLedger {
  const { summary, tail } = visibleTotals(computed, hidden);
  const inNamed = new Set(named.map((row) => row.projectId));
  const others = computed.ratios.rows.filter((row) => !row.tail && !inNamed.has(row.projectId));
  const usageShare = computed.ratios.rows.reduce((sum, row) => sum + row.usageShare, 0);
  return {
    projects: named.map((row) => shown(row, computed, hidden, currency)),
    others: lineOf(others, hidden, currency),
    tail: line({ ...tail, currency }),
    total: line({
      projects: computed.ratios.rows.length,
      usageShare,
      fairShareMinor: summary.targetMinor,
      giveBackMinor: known(summary.giveBackMinor),
      gapMinor: summary.gapMinor,
      currency,
    }),
  };
}

function shown(
  row: Row,
  computed: ComputedRatios,
  hidden: ReadonlySet<string>,
  currency: Currency,
): ShownRow {
  const project = shownProject(row, computed.beside.named.get(row.projectId) ?? null, currency);
  return hidden.has(row.projectId) ? withoutTime(project) : project;
}

/** The sum of rows; less than all of what is hidden would say what a person did. */
function lineOf(rows: readonly Row[], hidden: ReadonlySet<string>, currency: Currency): ReportLine {
  const untold = rows.some((row) => hidden.has(row.projectId)) ? unknown(FEWER_THAN_THREE) : null;
  const giveBackMinor = rows.reduce((sum, row) => sum + row.giveBackMinor, 0n);
  return line({
    projects: rows.length,
    usageShare: rows.reduce((sum, row) => sum + row.usageShare, 0),
    fairShareMinor: sumOf(rows.map((row) => row.fairShareMinor)),
    giveBackMinor: untold ?? known(giveBackMinor),
    gapMinor: untold ?? sumOf(rows.map((row) => row.gapMinor)),
    currency,
  });
}

/** Unknown where one of them is. */
function sumOf(values: readonly Known<bigint>[]): Known<bigint> {
  let sum = 0n;
  for (const value of values) {
    if (!value.known) return value;
    sum += value.value;
  }
  return known(sum);
}

interface LineFigures {
  readonly projects: number;
  readonly usageShare: number;
  readonly fairShareMinor: Known<bigint, string>;
  readonly giveBackMinor: Known<bigint, string>;
  readonly gapMinor: Known<bigint, string>;
  readonly currency: Currency;
}

function line({
  projects,
  usageShare,
  fairShareMinor,
  giveBackMinor,
  gapMinor,
  currency,
}: LineFigures): ReportLine {
  return {
    projects,
    usageShare,
    fairShare: amountOf(fairShareMinor, currency),
    ...reason("fairShareUnknown", fairShareMinor),
    giveBack: amountOf(giveBackMinor, currency),
    ...reason("giveBackUnknown", giveBackMinor),
    gap: amountOf(gapMinor, currency),
    ...reason("gapUnknown", gapMinor),
  };
}
