import type { Plan } from "./queries.ts";

/** What is out of the ordinary about a plan, the first thing that whoever plans has to know. */
export type Remark =
  | "no-inventory"
  | "no-target"
  | "no-gap"
  | "below-smallest-gift"
  | "gaps-below-smallest-gift"
  | "more-than-gaps"
  | "all-locked";

type Planned = Pick<
  Plan,
  | "projects"
  | "targetUnknown"
  | "target"
  | "before"
  | "budget"
  | "floor"
  | "reserve"
  | "locked"
  | "counts"
  | "step"
>;

/** Null where the budget is split and nothing has to be said. */
export function remarkOf(plan: Planned): Remark | null {
  const { before, counts } = plan;
  if (plan.projects === 0) return "no-inventory";
  if (plan.target === null || Number(plan.target) === 0) return "no-target";
  if (before.gap !== null && Number(before.gap) === 0) return "no-gap";
  const open = Number(plan.budget) - Number(plan.locked);
  if (open === 0 && counts.locked > 0) return "all-locked";
  if (counts.gifts === counts.locked && open < Math.max(Number(plan.floor), Number(plan.step)))
    return "below-smallest-gift";
  if (counts.gifts === counts.locked && counts.budgetUsed === 0 && counts.belowSmallestGift > 0)
    return "gaps-below-smallest-gift";
  // Who could have a gift has all that they can have, and there is still one over.
  if (counts.budgetUsed === 0 && Number(plan.reserve) >= Math.max(Number(plan.floor), Number(plan.step)))
    return "more-than-gaps";
  return null;
}
