import { createMemo, For, Show } from "solid-js";
import { axisFigure } from "../format/index.ts";
import { Chart } from "./Chart.tsx";
import type { Reading } from "./reading.ts";
import { roughWidth, shortened } from "./room.ts";
import { type ColumnMark, type StackedColumn, type StackedMarks, stackedMarks } from "./stacked-bars.ts";
import "./stacked-bars.css";

interface StackedBarsProps {
  /** At most three, from the foot up: solid, tinted, outlined. What needs more is drawn as small multiples. */
  readonly series: readonly [string] | readonly [string, string] | readonly [string, string, string];
  readonly columns: readonly StackedColumn[];
  /** Over the axis, with its unit: `Given, USD a quarter`. */
  readonly axis: string;
  readonly label: string;
  readonly reading?: Reading;
  readonly usualWidth?: number;
}

const INKS = ["stacked-solid", "stacked-tinted", "stacked-outlined"];

/** A sum and its parts over time. The series are named beside the last column, so there is no legend. */
export function StackedBars(props: StackedBarsProps) {
  const names = () => Math.max(0, ...props.series.map((name) => roughWidth(name, 12.75)));
  const marks = (width: number) =>
    stackedMarks(props.columns, {
      series: props.series.length,
      names: Math.min(names(), width * 0.3),
      width,
      written: axisFigure,
    });
  return (
    <Chart
      label={props.label}
      usualWidth={props.usualWidth ?? 520}
      height={(width) => marks(width).foot + 22}
      reading={props.reading}
      places={props.columns.length}
      nearest={(x, _, width) => Math.floor((x - marks(width).left) / marks(width).step)}
    >
      {(width, mark) => {
        const drawn = createMemo(() => marks(width()));
        return (
          <>
            <Show when={mark() !== null}>
              <rect
                class="chart-mark-row"
                x={drawn().left + (mark() ?? 0) * drawn().step}
                y={drawn().top}
                width={drawn().step}
                height={drawn().foot - drawn().top}
              />
            </Show>
            <Grid drawn={drawn()} axis={props.axis} />
            <For each={drawn().columns}>
              {(column, index) => (
                <>
                  <Column column={column} bar={drawn().bar} foot={drawn().foot} />
                  <text class="chart-axis chart-middle" x={column.x + drawn().bar / 2} y={drawn().foot + 15}>
                    {shortened(props.columns[index()]?.name ?? "", drawn().step - 2, 11)}
                  </text>
                </>
              )}
            </For>
            <line
              class="chart-zero"
              x1={drawn().left}
              x2={drawn().right}
              y1={drawn().foot}
              y2={drawn().foot}
            />
            <For each={props.series}>
              {(name, index) => (
                <text class="chart-value" x={drawn().right + 8} y={drawn().names[index()]}>
                  {shortened(name, width() - drawn().right - 8)}
                </text>
              )}
            </For>
          </>
        );
      }}
    </Chart>
  );
}

function Grid(props: { readonly drawn: StackedMarks; readonly axis: string }) {
  return (
    <>
      <For each={props.drawn.ticks.slice(1)}>
        {({ y }) => <line class="chart-grid" x1={props.drawn.left} x2={props.drawn.right} y1={y} y2={y} />}
      </For>
      <For each={props.drawn.ticks}>
        {({ value, y }) => (
          <text class="chart-axis chart-end" x={props.drawn.left - 8} y={y + 4}>
            {axisFigure(value)}
          </text>
        )}
      </For>
      <text class="chart-value" x={props.drawn.left} y="11">
        {props.axis}
      </text>
    </>
  );
}

/** Zero is a tick on the line, a column of which a part is unknown has dots above it. */
function Column(props: { readonly column: ColumnMark; readonly bar: number; readonly foot: number }) {
  const top = () => Math.min(props.foot, ...props.column.parts.map(({ y }) => y));
  return (
    <>
      <For each={props.column.parts}>
        {({ series, y, height }) => (
          <Show when={height > 0}>
            <rect
              class={INKS[series]}
              x={props.column.x + 0.5}
              y={y + 0.5}
              width={props.bar - 1}
              // Down to the middle of the next edge, so that two edges are one line; the lowest ends at the foot.
              height={y + height < props.foot ? height : Math.max(0.5, height - 1)}
            />
          </Show>
        )}
      </For>
      <Show when={props.column.total === 0 && !props.column.unknown}>
        <rect class="chart-give" x={props.column.x} y={props.foot - 2.5} width={props.bar} height="2.5" />
      </Show>
      <Show when={props.column.unknown}>
        <line
          class="chart-unknown"
          x1={props.column.x + 2}
          x2={props.column.x + props.bar}
          y1={top() - 5}
          y2={top() - 5}
        />
      </Show>
    </>
  );
}
