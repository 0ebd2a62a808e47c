const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const quarters = ["First", "Second", "Third", "Fourth"] as const;
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A day `2026-11-18` → `18 Nov 2026`; of the year that is passed as the current one, `18 Nov`. */
export function dayName(day: string, currentYear?: number): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return day;
  const [, year = "", month = "", date = ""] = parts;
  const short = `${Number(date)} ${months[Number(month) - 1] ?? month}`;
  return Number(year) === currentYear ? short : `${short} ${year}`;
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** A moment in milliseconds as the reader's clock shows it, `20:14`. */
export function clockTime(moment: number): string {
  return clock.format(moment);
}

/**
 * A period as a title: `ttm` → `Twelve months to 18 Nov 2026`, `2026-Q3` → `Third quarter 2026`,
 * `2026-07` → `July 2026`. `lastDay` is the last day inside the period, where it is known.
 */
export function periodName(period: string, lastDay?: string): string {
  if (period === "ttm")
    return lastDay === undefined ? "Twelve months" : `Twelve months to ${dayName(lastDay)}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter !== null) return `${quarters[Number(quarter[2]) - 1] ?? ""} quarter ${quarter[1] ?? ""}`;
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month !== null) return `${monthNames[Number(month[2]) - 1] ?? ""} ${month[1] ?? ""}`;
  const fiscal = /^fy(\d{4})$/.exec(period);
  if (fiscal !== null) return `Fiscal year ${fiscal[1] ?? ""}`;
  const range = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(period);
  if (range !== null) return `${periodName(range[1] ?? "")} to ${periodName(range[2] ?? "")}`;
  return period;
}

/** A period where there is little room: `12 months`, `Q3 2026`, `Jul 2026`. */
export function periodShort(period: string): string {
  if (period === "ttm") return "12 months";
  const quarter = /^(\d{4})-(Q[1-4])$/.exec(period);
  if (quarter !== null) return `${quarter[2] ?? ""} ${quarter[1] ?? ""}`;
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month !== null) return `${months[Number(month[2]) - 1] ?? ""} ${month[1] ?? ""}`;
  const range = /^\d{4}-\d{2}\.\.(\d{4}-\d{2})$/.exec(period);
  return range === null ? period : `to ${periodShort(range[1] ?? "")}`;
}
