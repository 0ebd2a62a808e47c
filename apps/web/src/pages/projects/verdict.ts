import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { addDays, parseDay } from "@headwater/domain/period";
import { money, percent } from "@headwater/ui/format";
import { verdictWords as words } from "./texts.ts";
import { givenOf } from "./totals.ts";

/** The sentence that carries the page, in parts: each part in `…Linked` is a link to its rows. */
export interface VerdictSentence {
  readonly lead: string;
  readonly givenLinked: string;
  readonly middle: string;
  readonly projectsLinked: string;
  readonly end: string;
}

/** How many of the projects that we stand on most the sentence looks at. */
const LOOKED_AT = 5;

/** `rows` are all projects; null while they are still being read, then only what the summary says is said. */
export function verdictOf(summary: Summary, rows: readonly RatioRow[] | null): VerdictSentence {
  const most = rows === null ? [] : mostUsed(rows);
  const nothing = most.filter((row) => givenOf(row) !== null && !(Number(givenOf(row)) > 0)).length;
  return {
    lead: summary.confidence.partial ? words().partialGave : words().gave,
    givenLinked: givenWords(summary),
    ...projectWords(most.length, nothing, rows),
  };
}

/** What was given beyond our inventory is not looked at: we do not stand on it. */
function mostUsed(rows: readonly RatioRow[]): readonly RatioRow[] {
  return rows
    .filter((row) => (row.usageShare ?? 0) > 0)
    .toSorted((a, b) => (b.usageShare ?? 0) - (a.usageShare ?? 0))
    .slice(0, LOOKED_AT);
}

function givenWords(summary: Summary): string {
  if (summary.giveBackOfTarget !== null) return words().ofTarget(percent(summary.giveBackOfTarget));
  if (!(Number(summary.giveBack) > 0)) return words().nothingYet;
  return money({ amount: summary.giveBack, currency: summary.currency });
}

function projectWords(
  most: number,
  nothing: number,
  rows: readonly RatioRow[] | null,
): Pick<VerdictSentence, "middle" | "projectsLinked" | "end"> {
  const say = words();
  if (most === 0) return { middle: say.alone, projectsLinked: "", end: "" };
  const ofMore = rows !== null && rows.length > most;
  if (most === 1)
    return {
      middle: say.and,
      projectsLinked: say.one(ofMore),
      end: nothing === 1 ? say.oneNothing(ofMore) : say.oneSomething(ofMore),
    };
  if (nothing === 0)
    return { middle: say.andEachOf, projectsLinked: say.eachOf(most), end: say.eachSomething(ofMore) };
  if (nothing === most)
    return { middle: say.and, projectsLinked: say.all(most), end: say.allNothing(ofMore) };
  return { middle: say.and, projectsLinked: say.some(nothing, most), end: say.someNothing(ofMore, nothing) };
}

/** The last day inside a half-open period that ends before `end`. */
export function lastDayOf(end: string): string {
  const day = parseDay(end);
  return day === null ? end : addDays(day, -1);
}
