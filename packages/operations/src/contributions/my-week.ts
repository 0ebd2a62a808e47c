import { MyWeek, ReadMyWeek } from "@headwater/contract/contributions";
import { contributions } from "@headwater/db/tables";
import { medianOf, weekOf } from "@headwater/domain/contribution";
import { addDays, epochDay, type Day } from "@headwater/domain/period";
import { and, eq, gte, lt, sum } from "drizzle-orm";
import { type Context, reading } from "../operation/index.ts";
import { ownRows } from "./list.ts";
import { contributionRows } from "./row.ts";

/** More rows than anybody writes in a week. */
const MOST_ROWS = 1_000;

/** The usual week is seen in this many weeks before. */
const WEEKS_BEFORE = 8;

/** The week of whoever asks; a key belongs to nobody and sees an empty one. */
export const readMyWeek = reading({
  name: "contribution.my-week",
  access: "contribution.read",
  input: ReadMyWeek,
  output: MyWeek,
  async run(context, input) {
    const from = weekOf(input.day ?? context.today, context.organization.weekStart);
    const end = addDays(from, 7);
    const rows = await contributionRows(
      context,
      and(ownRows(context), gte(contributions.day, from), lt(contributions.day, end)),
      MOST_ROWS,
    );
    const standing = rows.filter((row) => row.reverses === null && row.reversedBy === null);
    const items = standing.toSorted((one, other) =>
      one.day === other.day ? (one.id < other.id ? 1 : -1) : one.day < other.day ? 1 : -1,
    );
    const days = [0, 1, 2, 3, 4, 5, 6].map((later) => {
      const day = addDays(from, later);
      return { day, minutes: minutesOf(items.filter((row) => row.day === day)) };
    });
    return {
      from,
      to: addDays(from, 6),
      today: context.today,
      days,
      minutes: minutesOf(items),
      usualMinutes: await usualMinutes(context, from),
      items,
      takenBack: rows.filter((row) => row.reversedBy !== null).length,
    };
  },
});

function minutesOf(rows: readonly { readonly minutes: number }[]): number {
  return rows.reduce((total, row) => total + row.minutes, 0);
}

async function usualMinutes(context: Context, from: Day): Promise<number | null> {
  const first = addDays(from, -7 * WEEKS_BEFORE);
  const rows = await context.db
    .select({ day: contributions.day, minutes: sum(contributions.minutes).mapWith(Number) })
    .from(contributions)
    .where(
      and(
        eq(contributions.organizationId, context.organization.id),
        ownRows(context),
        gte(contributions.day, first),
        lt(contributions.day, from),
      ),
    )
    .groupBy(contributions.day);
  const weeks = Array.from({ length: WEEKS_BEFORE }, () => 0);
  for (const { day, minutes } of rows) {
    const week = Math.floor((epochDay(day) - epochDay(first)) / 7);
    weeks[week] = (weeks[week] ?? 0) + minutes;
  }
  return medianOf(weeks.filter((minutes) => minutes > 0));
}
