import { addDays, type Day, dayOf, epochDay } from "@headwater/domain/period";
import { For, Index } from "solid-js";
import { dayName, monthName, weekdayName } from "../format/index.ts";
import "./calendar.css";
import { Icon } from "./Icon.tsx";
import { words } from "./words.ts";

interface CalendarProps {
  /** The day that the arrow keys stand on; its month is shown. */
  readonly at: Day;
  readonly onMove: (day: Day) => void;
  readonly chosen: Day | null;
  readonly onChoose: (day: Day) => void;
  readonly today: Day;
  /** 0 Sunday to 6 Saturday; by organization. */
  readonly weekStart: number;
  readonly isAllowed: (day: Day) => boolean;
}

/** A month. Arrows go by day and week, Page Up and Down by month, Home and End to the ends of the week, Enter chooses. */
export function Calendar(props: CalendarProps) {
  let grid!: HTMLElement;
  const month = () => props.at.slice(0, 7);
  const weeks = () => weeksOf(props.at, props.weekStart);
  const move = (day: Day) => {
    props.onMove(day);
    queueMicrotask(() => grid.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const day = dayAfter(event.key, props.at, props.weekStart);
    if (day === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(day);
  };
  return (
    <div class="calendar">
      <CalendarHead at={props.at} onMove={props.onMove} />
      <table
        ref={(element) => {
          grid = element;
          element.addEventListener("keydown", onKeyDown);
        }}
        class="calendar-grid"
        aria-label={monthName(month())}
      >
        <thead>
          <tr>
            <For each={weeks()[0] ?? []}>
              {(day) => (
                <th scope="col" abbr={weekdayName(day)}>
                  {weekdayName(day, "short").slice(0, 2)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <Index each={weeks()}>
            {(week) => (
              <tr>
                <Index each={week()}>
                  {(day) => (
                    <td>
                      <DayButton {...props} day={day()} />
                    </td>
                  )}
                </Index>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </div>
  );
}

/** The month's name, and the months beside it. */
function CalendarHead(props: Pick<CalendarProps, "at" | "onMove">) {
  return (
    <div class="calendar-head">
      <span class="strong" aria-live="polite">
        {monthName(props.at.slice(0, 7))}
      </span>
      <span class="calendar-steps">
        <button
          type="button"
          class="calendar-step"
          aria-label={words().earlierMonth}
          onClick={() => props.onMove(monthsOn(props.at, -1))}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          class="calendar-step"
          aria-label={words().laterMonth}
          onClick={() => props.onMove(monthsOn(props.at, 1))}
        >
          <Icon name="forth" />
        </button>
      </span>
    </div>
  );
}

function DayButton(props: CalendarProps & { readonly day: Day }) {
  return (
    <button
      type="button"
      data-day={props.day}
      class="calendar-day"
      classList={{
        "calendar-today": props.day === props.today,
        "calendar-other": props.day.slice(0, 7) !== props.at.slice(0, 7),
      }}
      tabIndex={props.day === props.at ? 0 : -1}
      aria-pressed={props.day === props.chosen}
      aria-current={props.day === props.today ? "date" : undefined}
      aria-disabled={props.isAllowed(props.day) ? undefined : "true"}
      aria-label={`${weekdayName(props.day)} ${dayName(props.day)}`}
      onClick={() => props.isAllowed(props.day) && props.onChoose(props.day)}
    >
      {Number(props.day.slice(8))}
    </button>
  );
}

/** 0 Sunday to 6 Saturday; 1970-01-01 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((epochDay(day) + 4) % 7) + 7) % 7;
}

/** The weeks that hold the month, always six, so that the sheet keeps its height. */
function weeksOf(at: Day, weekStart: number): Day[][] {
  const first = addDays(at, 1 - Number(at.slice(8)));
  const from = addDays(first, -((weekdayOf(first) - weekStart + 7) % 7));
  return [0, 1, 2, 3, 4, 5].map((week) =>
    [0, 1, 2, 3, 4, 5, 6].map((place) => addDays(from, week * 7 + place)),
  );
}

/** The same day so many months on, or the last of a shorter month. */
function monthsOn(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Math.floor(Date.UTC(year, month - 1 + months, Math.min(date, last)) / 86_400_000));
}

function dayAfter(key: string, at: Day, weekStart: number): Day | null {
  const fromStart = (weekdayOf(at) - weekStart + 7) % 7;
  const moves: Readonly<Record<string, () => Day>> = {
    ArrowLeft: () => addDays(at, -1),
    ArrowRight: () => addDays(at, 1),
    ArrowUp: () => addDays(at, -7),
    ArrowDown: () => addDays(at, 7),
    Home: () => addDays(at, -fromStart),
    End: () => addDays(at, 6 - fromStart),
    PageUp: () => monthsOn(at, -1),
    PageDown: () => monthsOn(at, 1),
  };
  return moves[key]?.() ?? null;
}
