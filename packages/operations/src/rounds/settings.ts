import { minorDigitsOf, type Currency } from "@headwater/domain/money";
import { askedAmount } from "../giving/asked.ts";
import { badField, type Context } from "../operation/index.ts";
import { periodOf } from "../ratios/period.ts";
import { smallestGiftMinor } from "../ratios/target-facts.ts";

/** By what a budget is split. Amounts in minor units of the organization's currency. */
export interface RoundSettings {
  readonly period: string;
  readonly budgetMinor: bigint;
  readonly floorMinor: bigint;
  readonly capMinor: bigint | null;
  readonly stepMinor: bigint;
}

interface AskedSettings {
  readonly period: string;
  readonly budget: string;
  readonly floor?: string | undefined;
  readonly cap?: string | null | undefined;
  readonly step?: string | undefined;
}

/** The settings as somebody asks for them; refuses with the field named. What is left out follows from the organization's. */
export async function askedSettings(context: Context, asked: AskedSettings): Promise<RoundSettings> {
  const { currency } = context.organization;
  // Refuses what is no period.
  periodOf(context, asked.period);
  const floorMinor =
    asked.floor === undefined
      ? ((await smallestGiftMinor(context)) ?? 0n)
      : askedAmount("floor", asked.floor, currency);
  const settings = {
    period: asked.period,
    budgetMinor: askedAmount("budget", asked.budget, currency),
    floorMinor,
    capMinor: asked.cap === undefined || asked.cap === null ? null : askedAmount("cap", asked.cap, currency),
    stepMinor:
      asked.step === undefined ? usualStep(floorMinor, currency) : askedAmount("step", asked.step, currency),
  };
  requireSensible(settings);
  return settings;
}

/** Refuses settings under which there is no plan, or none that anybody means. */
export function requireSensible({ floorMinor, capMinor, stepMinor }: RoundSettings): void {
  if (stepMinor < 1n) throw badField("step", "gifts go in steps of more than nothing; write 1 or more");
  if (capMinor !== null && capMinor < floorMinor)
    throw badField("cap", "the largest gift is below the smallest one; raise it, or lower the smallest");
}

/** The largest of 1, 2, 5, 10, 20, 50 … units that is not above the smallest gift: a figure that people would write. */
function usualStep(floorMinor: bigint, currency: Currency): bigint {
  const unit = 10n ** BigInt(minorDigitsOf(currency));
  let step = unit;
  for (let scale = unit; scale <= floorMinor; scale *= 10n)
    for (const times of [1n, 2n, 5n]) if (times * scale <= floorMinor) step = times * scale;
  return step;
}
