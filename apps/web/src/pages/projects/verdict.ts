import { addDays, parseDay } from "@headwater/domain/period";
import { cardinal, money, percent } from "@headwater/ui/format";
import type { ProjectRatio, Summary } from "../../answers.ts";

/** The sentence that carries the page, in parts: each part in `…Linked` is a link to its rows. */
export interface VerdictSentence {
  readonly partial: boolean;
  readonly lead: string;
  readonly givenLinked: string;
  readonly middle: string;
  readonly projectsLinked: string;
  readonly end: string;
  /** What makes a partial verdict whole: one action for each low figure. */
  readonly actions: readonly string[];
}

/** How many of the projects that we stand on most the sentence looks at. */
const LOOKED_AT = 5;

/** Below this share a usage figure makes the verdict partial (product.md, confidence strip). */
const LOW = 0.6;

/** `rows` are all projects; null while they are still being read, then only what the summary says is said. */
export function verdictOf(summary: Summary, rows: readonly ProjectRatio[] | null): VerdictSentence {
  const actions = actionsFor(summary.confidence);
  const partial = actions.length > 0;
  const most =
    rows === null
      ? []
      : rows
          .filter((row) => usageOf(row) > 0)
          .toSorted((a, b) => usageOf(b) - usageOf(a))
          .slice(0, LOOKED_AT);
  const nothing = most.filter(
    (row) => row.giveBack.value !== null && Number(row.giveBack.value.amount) <= 0,
  ).length;
  return {
    partial,
    lead: partial ? "Partial: we gave " : "We gave ",
    givenLinked: givenWords(summary),
    ...projectWords(most.length, nothing, rows),
    actions,
  };
}

function usageOf(row: ProjectRatio): number {
  return row.usageShare.value ?? 0;
}

/** The low figures among those that the verdict rests on, each with the one action that raises it. */
function actionsFor(confidence: Summary["confidence"]): readonly string[] {
  const seen = confidence.seenProducts.value;
  const confirmed = confidence.confirmedUsage.value;
  const assumed = confidence.assumedUsage.value;
  const actions: string[] = [];
  if (seen !== null && seen < LOW)
    actions.push(
      `${percent(1 - seen)} of products sent nothing for 30 days: upload their inventories again.`,
    );
  if (confirmed !== null && confirmed < LOW)
    actions.push(
      `${percent(1 - confirmed)} of usage rests on projects that nobody has confirmed: confirm the largest first.`,
    );
  if (assumed !== null && 1 - assumed < LOW)
    actions.push(
      `${percent(assumed)} of usage is assumed back in time: say since when each product is in use.`,
    );
  return actions;
}

function givenWords(summary: Summary): string {
  if (summary.giveBackOfTarget.value !== null)
    return `${percent(summary.giveBackOfTarget.value)} of our target`;
  if (summary.giveBack.value === null) return "an unknown amount";
  return money(summary.giveBack.value);
}

function projectWords(
  most: number,
  nothing: number,
  rows: readonly ProjectRatio[] | null,
): Pick<VerdictSentence, "middle" | "projectsLinked" | "end"> {
  if (most === 0) return { middle: ".", projectsLinked: "", end: "" };
  const onMost = rows !== null && rows.length > most ? "we stand on most" : "we stand on";
  if (most === 1)
    return {
      middle: ", and ",
      projectsLinked: `the one project ${onMost}`,
      end: nothing === 1 ? " received nothing." : " received something.",
    };
  const all = `the ${cardinal(most)} projects`;
  if (nothing === 0)
    return { middle: ", and each of ", projectsLinked: all, end: ` ${onMost} received something.` };
  if (nothing === most) return { middle: ", and ", projectsLinked: all, end: ` ${onMost} received nothing.` };
  return {
    middle: ", and ",
    projectsLinked: `${cardinal(nothing)} of ${all}`,
    end: ` ${onMost} received nothing.`,
  };
}

/** The last day inside a half-open period that ends before `end`. */
export function lastDayOf(end: string): string {
  const day = parseDay(end);
  return day === null ? end : addDays(day, -1);
}
