import { addDays, monthOf, periodOfMonth, type Month, type Period } from "@headwater/domain/period";

/** The calendar months that a period touches, in order, so that one in which nothing was given is seen as such. */
export function monthsIn(period: Period): readonly Month[] {
  const months: Month[] = [];
  const last = monthOf(addDays(period.end, -1));
  let month = monthOf(period.start);
  while (month < last) {
    months.push(month);
    month = monthOf(periodOfMonth(month).end);
  }
  return [...months, last];
}

/** The months that lie in the period as a whole; null where none does. */
export function wholeMonthsIn(period: Period): Period | null {
  const whole = monthsIn(period)
    .map(periodOfMonth)
    .filter(({ start, end }) => start >= period.start && end <= period.end);
  const [first, last] = [whole[0], whole.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
