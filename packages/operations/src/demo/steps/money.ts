import { type Day, fiscalYearOf, monthOf } from "@headwater/domain/period";
import { setExchangeRate } from "../../exchange-rates/set.ts";
import { setHeadcount } from "../../headcounts/set.ts";
import { setRate } from "../../rates/set.ts";
import { setTarget } from "../../targets/set.ts";
import { exchangeRatesOf, FIRST_DEVELOPERS, hourlyRates, targetPerDeveloper } from "../company/money.ts";
import type { DemoStage } from "../stage.ts";
import { monthStarts } from "./span.ts";

/** Hourly rates, and month by month: exchange rates, headcount, and with each year what the company means to give in it. */
export async function ratesAndTargets(stage: DemoStage): Promise<void> {
  const months = monthStarts(stage);
  const [first] = months;
  if (first === undefined) throw new RangeError("the demo tells of no month");
  stage.goTo(first);
  for (const rate of hourlyRates) await stage.perform(setRate, { ...rate, from: first });
  let developers = FIRST_DEVELOPERS;
  for (const [index, month] of months.entries()) {
    stage.goTo(month);
    for (const rate of exchangeRatesOf(index))
      await stage.perform(setExchangeRate, {
        ...rate,
        quote: "USD",
        day: month,
        source: "Invented for the demo",
      });
    if (stage.random.whole(0, 2) === 0) developers += 1;
    await stage.perform(setHeadcount, { month: monthOf(month), developers });
    if (index === 0 || month.endsWith("-01-01")) await setYear(stage, month, developers);
  }
}

async function setYear(stage: DemoStage, month: Day, developers: number): Promise<void> {
  await stage.perform(setTarget, {
    year: fiscalYearOf(month, 1).year,
    amount: String(developers * targetPerDeveloper),
    currency: "USD",
  });
}
