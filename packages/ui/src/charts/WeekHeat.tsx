import { createMemo, For, Show } from "solid-js";
import { Chart } from "./Chart.tsx";
import type { Reading } from "./reading.ts";
import { shortened } from "./room.ts";
import { largest } from "./scale.ts";
import { Square } from "./Square.tsx";
import { squareSide } from "./squares.ts";
import { weekAt, weekHeatHeight, weekHeatMiddle, weekHeatSizes } from "./week-heat.ts";

export interface HeatRow {
  readonly name: string;
  /** One value a week, in one unit; null is unknown. */
  readonly weeks: readonly (number | null)[];
}

interface WeekHeatProps {
  readonly rows: readonly HeatRow[];
  /** Words over a week, such as the month that begins with it. */
  readonly marks: readonly { readonly week: number; readonly said: string }[];
  readonly label: string;
  /** Values are counted along the rows: the second row begins after the last week of the first. */
  readonly reading?: Reading;
  readonly usualWidth?: number;
}

/** Weeks of several teams or products: more is more ink, zero a line, unknown dots, all in one scale. */
export function WeekHeat(props: WeekHeatProps) {
  const weeks = () => Math.max(0, ...props.rows.map((row) => row.weeks.length));
  const most = createMemo(() => largest(props.rows.flatMap((row) => row.weeks)));
  const sizes = (width: number) =>
    weekHeatSizes(
      props.rows.map(({ name }) => name),
      weeks(),
      width,
    );
  return (
    <Chart
      label={props.label}
      usualWidth={props.usualWidth ?? 776}
      height={(width) => weekHeatHeight(sizes(width), props.rows.length)}
      reading={props.reading}
      places={props.rows.length * weeks()}
      across={weeks()}
      start={weeks() - 1}
      nearest={(x, y, width) => weekAt(sizes(width), { rows: props.rows.length, weeks: weeks() }, x, y)}
    >
      {(width, mark) => {
        const drawn = createMemo(() => sizes(width()));
        const x = (week: number) => drawn().left + (week + 0.5) * drawn().pitch;
        return (
          <>
            <For each={props.marks}>
              {({ week, said }) => (
                <text class="chart-axis" x={drawn().left + week * drawn().pitch} y="11">
                  {said}
                </text>
              )}
            </For>
            <For each={props.rows}>
              {(row, index) => (
                <>
                  <text
                    class="chart-name"
                    x="0"
                    y={weekHeatMiddle(drawn(), index()) + (drawn().named === "above" ? -10 : 4)}
                  >
                    {shortened(row.name, drawn().named === "above" ? width() : drawn().left - 8, 13.5)}
                  </text>
                  <For each={row.weeks}>
                    {(value, week) => (
                      <Square
                        x={x(week())}
                        y={weekHeatMiddle(drawn(), index())}
                        cell={drawn().cell}
                        side={value === null ? null : squareSide(value, most(), drawn().cell)}
                      />
                    )}
                  </For>
                </>
              )}
            </For>
            <Show when={mark() !== null}>
              <rect
                class="square-read"
                x={x((mark() ?? 0) % weeks()) - drawn().pitch / 2}
                y={weekHeatMiddle(drawn(), Math.floor((mark() ?? 0) / weeks())) - drawn().pitch / 2}
                width={drawn().pitch}
                height={drawn().pitch}
              />
            </Show>
          </>
        );
      }}
    </Chart>
  );
}
