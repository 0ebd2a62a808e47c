import { addDays, type Day, monthOf, periodOfMonth } from "@headwater/domain/period";
import { recordDonation } from "../../donations/record.ts";
import { reverseDonation } from "../../donations/reverse.ts";
import { demoGifts } from "../company/gifts.ts";
import type { DemoStage } from "../stage.ts";
import { TOLD_DAYS } from "./span.ts";

/** Two years of money in four currencies, one row entered twice and taken back, and one without an exchange rate. */
export async function gifts(stage: DemoStage): Promise<void> {
  const payments = demoGifts.flatMap((gift) =>
    daysOf(stage, gift.daysAgo, gift.every).map((day) => ({ gift, day: inRate(day, gift.currency) })),
  );
  payments.sort((one, other) => (one.day < other.day ? -1 : 1));
  for (const { gift, day } of payments) {
    const { to, every: _, daysAgo: __, ...paid } = gift;
    stage.goTo(day);
    const asked = { ...paid, ...("projects" in to ? { projects: [...to.projects] } : to), day };
    const { id } = await stage.perform(recordDonation, asked);
    if (gift.currency !== "GBP") continue;
    const again = await stage.perform(recordDonation, asked);
    await stage.perform(reverseDonation, {
      id: again.id,
      reason: `Entered twice: ${id} is the same payment`,
    });
  }
}

/** The day itself and, where it recurs, the same day so many months before, as far back as is told. */
function daysOf(stage: DemoStage, daysAgo: number, every: number | undefined): readonly Day[] {
  const days: Day[] = [];
  const step = every === undefined ? TOLD_DAYS : Math.round(every * 30.4375);
  for (let ago = daysAgo; ago <= TOLD_DAYS; ago += step) days.push(stage.daysAgo(ago));
  return days;
}

/** Exchange rates stand at the turn of months and count for a week. */
function inRate(day: Day, currency: string): Day {
  return currency === "EUR" || currency === "GBP" ? addDays(periodOfMonth(monthOf(day)).start, 2) : day;
}
