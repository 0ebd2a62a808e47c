import { createMemo, For, Show } from "solid-js";
import "./cells.css";
import { sparklineCourse } from "./sparkline-course.ts";

interface SparklineProps {
  /** In order of time and in any unit, since it has no axis; null is unknown. */
  readonly values: readonly (number | null)[];
  /** One sentence: `Trend over 12 months, from 34 % to 42 %`. */
  readonly label: string;
  /** 34 px, 28 in a report. */
  readonly height?: number;
}

/** The course of a figure that is printed beside it, with its comparison in words. As wide as its place. */
export function Sparkline(props: SparklineProps) {
  const height = () => props.height ?? 34;
  const course = createMemo(() => sparklineCourse(props.values, height()));
  return (
    <svg class="cell-chart sparkline" role="img" aria-label={props.label} height={height()}>
      <svg viewBox={`0 0 100 ${height()}`} preserveAspectRatio="none" width="100%" height={height()}>
        <For each={course().runs}>{(run) => <path class="sparkline-run" d={run} />}</For>
      </svg>
      <For each={course().unknown}>
        {(x) => <circle class="cell-unknown" cx={`${x}%`} cy={height() - 5} r="1" />}
      </For>
      <Show when={course().end}>
        {(end) => <circle class="sparkline-end" cx={`${end().x}%`} cy={end().y} r="2.5" />}
      </Show>
    </svg>
  );
}
