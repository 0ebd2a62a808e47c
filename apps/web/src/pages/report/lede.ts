import type { Report } from "@headwater/contract/reports";
import { todayIn } from "@headwater/domain/period";
import { dayName, duration, money, monthsFigure } from "@headwater/ui/format";
import { lastDayOf } from "../../frame/period.ts";
import type { PrintedGiving } from "./printed-giving.ts";
import { ledeWords as say } from "./texts.ts";

/** How many projects, what was given in cash and in hours, how that changed in a year, and how far behind we are. */
export function ledeOf(
  report: Report,
  { cash, total }: Pick<PrintedGiving, "cash" | "total">,
  who: string,
): string {
  const { summary } = report;
  const opening = summary.projects === 0 ? say().runsOnNothing(who) : say().runs(who, summary.projects);
  return [opening, givenWords(report, cash, total), changeWords(report)]
    .filter((one) => one !== "")
    .join(" ");
}

function givenWords({ summary }: Report, cash: string, total: string): string {
  const { period, minutes, currency } = summary;
  // Of a period that goes on, up to the day on which this is read.
  const today = todayIn(period.timeZone, Date.parse(summary.asOf));
  const last = lastDayOf(period.end) < today ? lastDayOf(period.end) : today;
  const [from, to] = [dayName(period.start, Number(last.slice(0, 4))), dayName(last)];
  if (!(Number(total) > 0)) return say().gaveNothing(from, to);
  const gave = say().gave(from, to, money({ amount: total, currency }));
  if (minutes <= 0) return gave + say().cashOnly;
  if (!(Number(cash) > 0)) return gave + say().hoursOnly(duration(minutes));
  return gave + say().parts(money({ amount: cash, currency }), duration(minutes));
}

/** In points as they are printed, so that whoever subtracts finds the same. */
function changeWords({ summary, trend }: Report): string {
  const [now, before] = [summary.coverage, trend.yearBefore?.coverage ?? null];
  const behind = summary.monthsBehind;
  const change = now === null || before === null ? null : Math.round(now * 100) - Math.round(before * 100);
  const coverage =
    change === null
      ? ""
      : change === 0
        ? say().coverageSame
        : change > 0
          ? say().coverageRose(change)
          : say().coverageFell(-change);
  if (behind === null) return coverage === "" ? "" : `${coverage}.`;
  const promise = behind === 0 ? say().notBehind : say().behind(monthsFigure(behind), behind);
  return coverage === "" ? capital(promise) : `${coverage}; ${promise}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
