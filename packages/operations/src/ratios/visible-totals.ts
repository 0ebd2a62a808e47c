import { known, unknown, type Known } from "@headwater/domain/known";
import type { Ratios } from "@headwater/domain/ratio";
import type { ComputedRatios, ProjectId } from "./compute.ts";
import { FEWER_THAN_THREE } from "./team-filter.ts";

type Summary = Ratios<ProjectId>["summary"];
type Tail = Ratios<ProjectId>["tail"];

/** Figures of the company that are made of every project's giving one by one, so that they tell about those that are hidden. */
export const MADE_OF_EACH = ["gap", "coverage", "alignment", "monthsBehind", "hhi", "gini", "top5"] as const;

type Shown<Value, Field extends keyof Value> = Omit<Value, Field> & {
  readonly [Name in Field]: Value[Name] extends Known<infer Inner> ? Known<Inner, string> : never;
};

export interface VisibleTotals {
  readonly summary: Shown<Summary, "gapMinor" | "coverage" | "alignment" | "monthsBehind" | "concentration">;
  readonly tail: Omit<Shown<Tail, "gapMinor">, "giveBackMinor"> & {
    readonly giveBackMinor: Known<bigint, string>;
  };
}

/** The company's totals without those from which a hidden project's time could be found. */
export function visibleTotals({ ratios }: ComputedRatios, hidden: ReadonlySet<string>): VisibleTotals {
  const { summary, tail, rows } = ratios;
  const shownTail = { ...tail, giveBackMinor: known(tail.giveBackMinor) };
  if (hidden.size === 0) return { summary, tail: shownTail };
  const not = unknown(FEWER_THAN_THREE);
  const inTail = rows.some((row) => row.tail && hidden.has(row.projectId));
  return {
    summary: {
      ...summary,
      gapMinor: not,
      coverage: not,
      alignment: not,
      monthsBehind: not,
      concentration: not,
    },
    tail: inTail ? { ...tail, giveBackMinor: not, gapMinor: not } : shownTail,
  };
}
