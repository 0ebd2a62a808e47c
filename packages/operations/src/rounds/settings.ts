import { minorDigitsOf } from "@headwater/domain/money";
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
  const asAsked = (field: "floor" | "cap" | "step") => {
    const text = asked[field] ?? null;
    return text === null ? null : askedAmount(field, text, currency);
  };
  const settings = {
    period: asked.period,
    budgetMinor: askedAmount("budget", asked.budget, currency),
    capMinor: asAsked("cap"),
    ...(await floorAndStep(context, asAsked("floor"), asAsked("step"))),
  };
  requireSensible(settings);
  return { ...settings, floorMinor: smallestInSteps(settings) };
}

type FloorAndStep = Pick<RoundSettings, "floorMinor" | "stepMinor">;

/** Refuses settings under which there is no plan, or none that anybody means. */
function requireSensible(settings: RoundSettings): void {
  const { floorMinor, capMinor, stepMinor } = settings;
  if (stepMinor < 1n) throw badField("step", "gifts go in steps of more than nothing; write 1 or more");
  if (capMinor === null) return;
  if (capMinor < floorMinor)
    throw badField("cap", "the largest gift is below the smallest one; raise it, or lower the smallest");
  if (capMinor < smallestInSteps(settings))
    throw badField(
      "step",
      "in such steps no gift is as large as the smallest and within the largest; write a smaller step, or raise the largest gift",
    );
}

/**
 * The smallest gift that there can be in whole steps: what a round shows as its smallest gift is what somebody can get.
 * Both in minor units.
 */
export function smallestInSteps({ floorMinor, stepMinor }: FloorAndStep): bigint {
  if (floorMinor <= stepMinor) return stepMinor;
  return ((floorMinor + stepMinor - 1n) / stepMinor) * stepMinor;
}

/** A smallest gift and a step that agree, where at most one of the two was asked for. */
async function floorAndStep(
  context: Context,
  floor: bigint | null,
  step: bigint | null,
): Promise<FloorAndStep> {
  if (floor !== null)
    return {
      floorMinor: floor,
      stepMinor: step ?? largestOf(usualFigures(context, floor), (figure) => floor % figure === 0n),
    };
  // That of the settings is often converted, and then odd: it gives way by up to a tenth, so that the step is a round one.
  const usual = (await smallestGiftMinor(context)) ?? 0n;
  const stepMinor =
    step ?? largestOf(usualFigures(context, usual), (figure) => (usual % figure) * 10n <= usual);
  return { floorMinor: stepMinor < 1n ? usual : usual - (usual % stepMinor), stepMinor };
}

/** The figures that people would write, 1, 2, 5, 10 … from the smallest coin, up to an amount; one unit where that is nothing. */
function usualFigures({ organization }: Context, upToMinor: bigint): readonly bigint[] {
  if (upToMinor === 0n) return [10n ** BigInt(minorDigitsOf(organization.currency))];
  const figures: bigint[] = [];
  for (let scale = 1n; scale <= upToMinor; scale *= 10n)
    figures.push(...[1n, 2n, 5n].map((times) => times * scale).filter((figure) => figure <= upToMinor));
  return figures;
}

function largestOf(figures: readonly bigint[], fits: (figure: bigint) => boolean): bigint {
  return figures.findLast(fits) ?? 1n;
}
