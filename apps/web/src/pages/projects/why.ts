import type { RatioRow, Why } from "@headwater/contract/ratios";
import {
  count,
  dayName,
  duration,
  exactAmount,
  percent,
  ratioFigure,
  unknownReason,
} from "@headwater/ui/format";
import type { WhyNumber } from "../../server.ts";
import { type ProjectsSearch, type SortKey, whyNumbers } from "./search.ts";
import { whyWords } from "./texts.ts";
import { givenOf } from "./totals.ts";

/** A figure of a project as the drawer lists it. */
export interface WhyFigure {
  readonly number: WhyNumber;
  readonly name: string;
  readonly value: number | string | null;
  readonly unknown: string | undefined;
}

/** The figures of one project that can be asked why, in the order of the table; the gap is their sum. */
export function figuresOf(row: RatioRow, currency: string): readonly WhyFigure[] {
  const say = whyWords().listed;
  const figure = (number: WhyNumber, name: string, value: number | string | null, unknown?: string) => ({
    number,
    name,
    value,
    unknown,
  });
  const named: Readonly<Record<(typeof whyNumbers)[number], WhyFigure>> = {
    reach: figure("reach", say.reach, row.reach, row.reachUnknown),
    usageShare: figure("usageShare", say.usageShare, row.usageShare, row.usageShareUnknown),
    minutes: figure("minutes", say.minutes, row.minutes, row.minutesUnknown),
    cash: figure("cash", `${say.cash}, ${currency}`, row.cash, row.cashUnknown),
    ratio: figure("ratio", say.ratio, row.ratio, row.ratioUnknown),
    giveBackShare: figure("giveBackShare", say.giveBackShare, row.giveBackShare, row.giveBackShareUnknown),
    fairShareMet: figure("fairShareMet", say.fairShareMet, row.fairShareMet, row.fairShareMetUnknown),
    fairShare: figure("fairShare", `${say.fairShare}, ${currency}`, row.fairShare, row.fairShareUnknown),
    giveBack: figure(
      "giveBack",
      `${say.giveBack}, ${currency}`,
      givenOf(row),
      row.giveBackUnknown ?? row.ratioUnknown,
    ),
    gap: figure("gap", `${say.gap}, ${currency}`, row.gap, row.gapUnknown),
  };
  return whyNumbers.map((number) => named[number]);
}

const bySort: Readonly<Record<SortKey, (typeof whyNumbers)[number]>> = {
  name: "gap",
  channels: "gap",
  gap: "gap",
  reach: "reach",
  usage: "usageShare",
  time: "minutes",
  cash: "cash",
  given: "giveBack",
  ratio: "ratio",
};

/** Which figure is asked about: the chosen one, else the one that the table is sorted by. */
export function askedNumber(search: ProjectsSearch): (typeof whyNumbers)[number] {
  return search.why ?? bySort[search.sort ?? "gap"];
}

/** A figure with all its digits; a table rounds, a reason does not. */
export function printed(number: WhyNumber, value: number | string): string {
  if (typeof value === "string") return exactAmount(value);
  if (number === "minutes") return duration(value);
  return number === "ratio" ? ratioFigure(value) : percent(value, 2);
}

export function printedInput(input: Why["inputs"][number]): string {
  const { value, unit } = input;
  if (value === null) return unknownReason(undefined);
  if (unit === "day") return dayName(String(value));
  if (typeof value === "string") return `${unit ?? ""} ${exactAmount(value)}`.trim();
  if (unit === "minutes") return duration(value);
  return unit === null ? percent(value, 2) : count(value);
}

/** On how many rows of which ledgers a figure rests, `15 contributions · 1 donation · 3 snapshots`. */
export function restsOn({ rows }: Why): string {
  const say = whyWords();
  const parts: readonly (readonly [number, (n: number) => string])[] = [
    [rows.contributions.length, say.contributions],
    [rows.donations.length, say.donations],
    [rows.snapshots.length, say.snapshots],
    [rows.targets.length, say.targets],
    [rows.headcounts.length, say.headcounts],
  ];
  return parts.flatMap(([things, counted]) => (things === 0 ? [] : [counted(things)])).join(" · ");
}
