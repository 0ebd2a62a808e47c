import { type Asked, printAsked } from "../why/search.ts";
import type { Plan } from "./queries.ts";

/** Leads to the reasons of a figure as they are in the period of the round, without the filters of other pages. */
export function whyHere({ round }: Pick<Plan, "round">, asked: Asked) {
  const period = round === null || round.period === "ttm" ? undefined : round.period;
  return {
    to: ".",
    search: (search: object) => ({
      ...search,
      period,
      unit: undefined,
      ecosystem: undefined,
      basis: undefined,
      why: printAsked(asked),
    }),
    resetScroll: false,
    replace: true,
  } as const;
}
