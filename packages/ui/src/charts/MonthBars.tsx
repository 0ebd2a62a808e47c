import { createMemo, For, Match, Switch } from "solid-js";
import "./cells.css";
import { MONTH_BAR, monthBars, monthBarsWidth } from "./month-bars.ts";

interface MonthBarsProps {
  /** What was given in each month, in order of time and any unit; null is unknown. */
  readonly given: readonly (number | null)[];
  /** One sentence: `Given in three of twelve months, most in May`. */
  readonly label: string;
}

/** Giving by month in a cell. Each row has its own scale: it shows when, the column beside it how much. */
export function MonthBars(props: MonthBarsProps) {
  const bars = createMemo(() => monthBars(props.given));
  const width = () => monthBarsWidth(props.given.length);
  const foot = MONTH_BAR.height;
  return (
    <svg
      class="cell-chart"
      role="img"
      aria-label={props.label}
      width={width()}
      height={foot}
      viewBox={`0 0 ${width()} ${foot}`}
    >
      <For each={bars()}>
        {(bar) => (
          <Switch>
            <Match when={bar.kind === "given"}>
              <rect
                class="cell-give"
                x={bar.x}
                y={foot - bar.height}
                width={MONTH_BAR.width}
                height={bar.height}
              />
            </Match>
            <Match when={bar.kind === "nothing"}>
              <rect class="cell-none" x={bar.x} y={foot - 1} width={MONTH_BAR.width} height="1" />
            </Match>
            <Match when={bar.kind === "unknown"}>
              <circle class="cell-unknown" cx={bar.x + MONTH_BAR.width / 2} cy={foot - 1} r="1" />
            </Match>
          </Switch>
        )}
      </For>
    </svg>
  );
}
