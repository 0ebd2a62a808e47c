/** Logging: the row is seen at once, the server follows, and `Z` takes it back by a reversing row. */
import type { Contribution, MyWeek } from "@headwater/contract/contributions";
import { showToast } from "@headwater/ui/components";
import { duration } from "@headwater/ui/format";
import { forget, type LogEntry, logOrKeep, waiting } from "../../frame/outbox.ts";
import { queryClient } from "../../queries.ts";
import { server } from "../../server.ts";
import { timeChanged } from "./queries.ts";
import { dayInWords, kindName, t } from "./texts.ts";

/** Stands for the id of a row that the server has not answered for yet. */
export const UNSENT = "unsent";

/** Throws a Refusal where the server would not have the row; then it is gone from the week again. */
export async function logEntry(entry: LogEntry, name: string, today: string): Promise<void> {
  const parts = [duration(entry.minutes), kindName()[entry.kind], name, dayInWords(entry.day, today)];
  const before = showAtOnce(entry, name);
  const id = await logOrKeep(entry).catch((error: unknown) => {
    before();
    throw error;
  });
  if (id === null) {
    const key = waiting().at(-1)?.key;
    showToast({
      said: t().kept(parts),
      undo: async () => {
        before();
        if (key !== undefined) await forget(key);
      },
    });
    return;
  }
  showToast({
    said: t().logged(parts),
    undo: async () => {
      await server.reverseContribution(id, t().undone);
      await timeChanged();
    },
  });
  await timeChanged();
}

/** Takes a row back; undone, the same time is logged again. */
export async function takeBack(row: Contribution, today: string): Promise<void> {
  const kind = kindOf(row.kind);
  await server.reverseContribution(row.id, t().takenBackBy);
  await timeChanged();
  showToast({
    said: t().tookBack(`${duration(row.minutes)}, ${row.projectName}, ${dayInWords(row.day, today)}`),
    ...(kind === undefined
      ? {}
      : {
          undo: async () => {
            await server.logOnce(copyOf(row, row.day, kind), crypto.randomUUID());
            await timeChanged();
          },
        }),
  });
}

/** The same time again, on another day. */
export function copyOf(row: Contribution, day: string, kind: LogEntry["kind"]): LogEntry {
  return {
    project: row.project,
    day,
    minutes: row.minutes,
    kind,
    ...(row.link === null ? {} : { link: row.link }),
    ...(row.note === null ? {} : { note: row.note }),
    basis: row.basis,
  };
}

/** The kind as the list has it; undefined for one that a later version may have written. */
export function kindOf(kind: string): LogEntry["kind"] | undefined {
  return Object.keys(kindName()).find((known): known is LogEntry["kind"] => known === kind);
}

/** Puts the row into each week of this page that it belongs to; answers how to take it out again. */
function showAtOnce(entry: LogEntry, name: string): () => void {
  const filter = { queryKey: ["log", "week"] };
  const kept = queryClient.getQueriesData<MyWeek>(filter);
  queryClient.setQueriesData<MyWeek>(filter, (week) =>
    week === undefined || entry.day < week.from || entry.day > week.to ? week : withRow(week, entry, name),
  );
  return () => {
    for (const [key, week] of kept) queryClient.setQueryData(key, week);
  };
}

function withRow(week: MyWeek, entry: LogEntry, name: string): MyWeek {
  const row: Contribution = {
    id: UNSENT,
    project: entry.project,
    projectId: "",
    projectName: name,
    person: null,
    day: entry.day,
    minutes: entry.minutes,
    kind: entry.kind,
    basis: entry.basis ?? "logged",
    value: null,
    link: entry.link ?? null,
    note: entry.note ?? null,
    reverses: null,
    reversedBy: null,
  };
  return {
    ...week,
    minutes: week.minutes + entry.minutes,
    days: week.days.map((one) =>
      one.day === entry.day ? { ...one, minutes: one.minutes + entry.minutes } : one,
    ),
    items: [row, ...week.items].toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
  };
}

/** Minutes that are logged on a day already, as far as this page has read the week. */
export function minutesOn(day: string): number {
  for (const [, week] of queryClient.getQueriesData<MyWeek>({ queryKey: ["log", "week"] })) {
    const found = week?.days.find((one) => one.day === day);
    if (found !== undefined) return found.minutes;
  }
  return 0;
}
