export { allocate, allocateEqually } from "./allocate.ts";
export { planGifts } from "./plan-gifts.ts";
export type { GiftPlan, GiftReason, NoPlan, PlanInput, PlanLine, PlannedGift } from "./plan-gifts.ts";
export { MOST_ROWS, wholeDollars } from "./whole-dollars.ts";
export type { AccountSum, WholeAmount } from "./whole-dollars.ts";
