import { known, mapKnown, unknown, type Known } from "@headwater/domain/known";
import { printAmount, type Currency } from "@headwater/domain/money";
import type { RatioRow } from "@headwater/domain/ratio";
import { shownProject } from "../ratios/by-project.ts";
import type { ComputedRatios, ProjectId } from "../ratios/compute.ts";
import type { NumberName } from "./definitions.ts";

/** As GET /ratios and GET /summary say it: an amount as decimal text, anything else as a number. */
export type AskedValue = Known<number | string, string>;

/** The project's row; one of nothing where the project is neither used nor given to in the period. */
export function rowOf(computed: ComputedRatios, projectId: ProjectId): RatioRow<ProjectId> {
  return computed.ratios.rows.find((row) => row.projectId === projectId) ?? absentRow(computed, projectId);
}

export function projectValue(number: NumberName, row: RatioRow<ProjectId>, currency: Currency): AskedValue {
  const shown = shownProject(row, null, currency);
  if (!isOfProject(number)) throw new Error(`${number} is no figure of a project`);
  const value = shown[number];
  return value === null ? unknown(shown[`${number}Unknown` as const] ?? "unknown") : known(value);
}

export function companyValue(number: NumberName, computed: ComputedRatios, currency: Currency): AskedValue {
  const { summary } = computed.ratios;
  const amount = (minor: bigint) => printAmount(minor, currency);
  const { concentration } = summary;
  switch (number) {
    case "minutes":
      return known(summary.minutes);
    case "timeValue":
      return known(amount(summary.timeMinor));
    case "cash":
      return known(amount(summary.cashMinor));
    case "inKind":
      return known(amount(summary.inKindMinor));
    case "giveBack":
      return known(amount(summary.giveBackMinor + summary.pooledMinor));
    case "pooled":
      return known(amount(summary.pooledMinor));
    case "target":
      return mapKnown(summary.targetMinor, amount);
    case "gap":
      return mapKnown(summary.gapMinor, amount);
    case "giveBackOfTarget":
    case "coverage":
    case "alignment":
    case "monthsBehind":
      return summary[number];
    case "hhi":
    case "gini":
    case "top5":
      return mapKnown(concentration, (value) => value[number]);
    case "pledge":
      return mapKnown(summary.pledge.perDeveloperMinor, amount);
    default:
      throw new Error(`${number} is no figure of the company`);
  }
}

const ofProject = [
  "usageShare",
  "reach",
  "minutes",
  "timeValue",
  "cash",
  "inKind",
  "giveBack",
  "giveBackShare",
  "ratio",
  "fairShare",
  "fairShareMet",
  "gap",
] as const;

function isOfProject(number: NumberName): number is (typeof ofProject)[number] {
  return ofProject.some((name) => name === number);
}

/** Nothing used and nothing given are known to be nothing; what would divide by them stays unknown. */
function absentRow(computed: ComputedRatios, projectId: ProjectId): RatioRow<ProjectId> {
  const { rows, summary } = computed.ratios;
  const split = rows.some((row) => row.usageShare > 0);
  const fairShareMinor: Known<bigint> = summary.targetMinor.known
    ? split
      ? known(0n)
      : unknown("no-usage")
    : summary.targetMinor;
  const share: Known<number> = summary.concentration.known ? known(0) : unknown("no-give-back");
  const ratio: Known<number> = share.known ? unknown("no-usage") : share;
  const fairShareMet: Known<number> = fairShareMinor.known ? unknown("no-fair-share") : fairShareMinor;
  const part = { share, ratio, fairShareMet };
  return {
    projectId,
    usageShare: 0,
    reach: 0,
    minutes: 0,
    timeMinor: 0n,
    cashMinor: 0n,
    inKindMinor: 0n,
    giveBackMinor: 0n,
    giveBackShare: share,
    ratio,
    fairShareMinor,
    fairShareMet,
    gapMinor: fairShareMinor,
    tail: false,
    unknownRows: 0,
    timeOnly: part,
    cashOnly: part,
  };
}
