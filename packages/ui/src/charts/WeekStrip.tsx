import { For, Show } from "solid-js";
import { duration } from "../format/index.ts";
import { Chart } from "./Chart.tsx";
import type { Reading } from "./reading.ts";
import { shortened } from "./room.ts";
import { type DayPart, dayMarks, minuteHeight, type PartMark } from "./week-strip.ts";
import "./week-strip.css";

/** One of the days of a week. */
export interface WeekDay {
  /** `Mon 16`. */
  readonly name: string;
  readonly when: "past" | "today" | "ahead";
  readonly parts: readonly DayPart[];
}

interface WeekStripProps {
  /** Seven, in the order in which the organization begins its week. */
  readonly days: readonly WeekDay[];
  readonly label: string;
  readonly reading?: Reading;
  readonly usualWidth?: number;
}

const HEAD = 26;
const ROOM = 84;
const FOOT = HEAD + ROOM + 4;
const HEIGHT = FOOT + 30;
const NARROW = 560;

/** My week: the time of each day by project, with names. Today is strong; what is only proposed is outlined. */
export function WeekStrip(props: WeekStripProps) {
  const minute = () =>
    minuteHeight(
      props.days.map(({ parts }) => parts),
      ROOM,
    );
  const today = () => {
    const index = props.days.findIndex(({ when }) => when === "today");
    return index >= 0 ? index : undefined;
  };
  const column = (width: number) => width / Math.max(1, props.days.length);
  return (
    <Chart
      label={props.label}
      usualWidth={props.usualWidth ?? 776}
      height={() => HEIGHT}
      reading={props.reading}
      places={props.days.length}
      start={today()}
      nearest={(x, _, width) => Math.floor(x / column(width))}
    >
      {(width, mark) => (
        <>
          <Show when={mark() !== null}>
            <rect
              class="chart-mark-row"
              x={(mark() ?? 0) * column(width())}
              y="0"
              width={column(width())}
              height={HEIGHT}
            />
          </Show>
          <For each={props.days}>
            {(day, index) => (
              <Day
                day={day}
                minute={minute()}
                left={index() * column(width())}
                width={column(width())}
                first={index() === 0}
                narrow={width() < NARROW}
              />
            )}
          </For>
          <line class="chart-grid" x1="0" x2={width()} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        </>
      )}
    </Chart>
  );
}

interface DayProps {
  readonly day: WeekDay;
  readonly minute: number;
  readonly left: number;
  readonly width: number;
  readonly first: boolean;
  readonly narrow: boolean;
}

function Day(props: DayProps) {
  const inset = () => (props.narrow ? 4 : 10);
  const x = () => props.left + (props.first ? 0 : inset());
  const logged = () =>
    props.day.parts.reduce((sum, { minutes, proposed }) => sum + (proposed === true ? 0 : minutes), 0);
  return (
    <>
      <Show when={!props.first}>
        <line class="chart-grid" x1={props.left} x2={props.left} y1="0" y2={HEIGHT} />
      </Show>
      <text class={`week-day week-${props.day.when}`} x={x()} y="13">
        {shortened(props.day.name, props.width - inset() + 2, props.narrow ? 11 : 13)}
      </text>
      <For each={dayMarks(props.day.parts, props.minute)}>
        {(part) => <Part part={part} x={x()} room={props.left + props.width - x()} narrow={props.narrow} />}
      </For>
      <line
        class={props.day.when === "ahead" ? "chart-parting" : "chart-zero"}
        x1={x()}
        x2={props.left + props.width - inset()}
        y1={FOOT}
        y2={FOOT}
      />
      <Show when={props.day.when !== "ahead" || logged() > 0}>
        <text class="week-total" x={x()} y={FOOT + 19}>
          {duration(logged())}
        </text>
      </Show>
    </>
  );
}

/** A bar with the project's name beside it, and the time below the name where there is room for two lines. */
function Part(props: {
  readonly part: PartMark;
  readonly x: number;
  readonly room: number;
  readonly narrow: boolean;
}) {
  const bar = () => (props.narrow ? 7 : 18);
  const top = () => FOOT - props.part.from - props.part.height;
  const words = () => props.x + bar() + (props.narrow ? 3 : 7);
  const size = () => (props.narrow ? 11.7 : 12);
  return (
    <>
      <rect
        class={props.part.proposed ? "week-proposed" : "chart-give"}
        x={props.part.proposed ? props.x + 0.5 : props.x}
        y={props.part.proposed ? top() + 0.5 : top()}
        width={props.part.proposed ? bar() - 1 : bar()}
        height={props.part.proposed ? Math.max(0.5, props.part.height - 1) : props.part.height}
      />
      <Show when={props.part.height >= 12}>
        <text class="week-project" x={words()} y={top() + 10}>
          {shortened(props.part.project, props.room - (words() - props.x) - 4, size())}
        </text>
      </Show>
      <Show when={props.part.height >= 30}>
        <text class="chart-axis" x={words()} y={top() + 25}>
          {duration(props.part.minutes)}
        </text>
      </Show>
    </>
  );
}
