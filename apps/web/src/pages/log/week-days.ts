import type { Contribution, MyWeek } from "@headwater/contract/contributions";
import type { DayPart, WeekDay } from "@headwater/ui/charts";
import { dayOfWeek } from "./texts.ts";

/** The time that is being written, drawn where it would stand. */
export interface Proposed {
  readonly day: string;
  readonly minutes: number;
  readonly name: string;
}

/** The week as it is drawn: a part a project, the largest first; what is only being written comes last. */
export function weekDays(week: MyWeek, proposed: Proposed | null): readonly WeekDay[] {
  return week.days.map(({ day }) => ({
    name: dayOfWeek(day),
    when: day < week.today ? "past" : day === week.today ? "today" : "ahead",
    parts: [
      ...partsOf(week.items.filter((row) => row.day === day)),
      ...(proposed?.day === day
        ? [{ project: proposed.name, minutes: proposed.minutes, proposed: true }]
        : []),
    ],
  }));
}

function partsOf(rows: readonly Contribution[]): readonly DayPart[] {
  const parts = new Map<string, DayPart>();
  for (const { project, projectName, minutes } of rows)
    parts.set(project, { project: projectName, minutes: (parts.get(project)?.minutes ?? 0) + minutes });
  return [...parts.values()].toSorted((one, other) => other.minutes - one.minutes);
}
