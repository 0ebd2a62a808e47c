import { createMemo, For } from "solid-js";
import { Chart } from "./Chart.tsx";
import { type PromisePart, promiseMarks, promiseWords } from "./promise.ts";
import "./promise.css";

interface PromiseBudgetProps {
  /** In the order in which they are drawn, each with its words: `locked 23,000`. */
  readonly parts: readonly (PromisePart & { readonly said: string })[];
  /** The whole budget. */
  readonly whole: number;
  readonly label: string;
  readonly usualWidth?: number;
}

const BAR = 16;
const LINE = 20;

/** A whole budget by how hard its promises are, each part with its words below it. */
export function PromiseBudget(props: PromiseBudgetProps) {
  const marks = () => promiseMarks(props.parts, props.whole);
  const words = (width: number) => {
    const said = new Map(props.parts.map((part) => [part.hardness, part.said]));
    const ends = marks().map(({ hardness, from, width: share }) => ({
      said: said.get(hardness) ?? "",
      from: (from / 100) * width,
      to: ((from + share) / 100) * width,
    }));
    return promiseWords(ends, width);
  };
  const height = (width: number) => BAR + LINE * (1 + Math.max(0, ...words(width).map(({ line }) => line)));
  return (
    <Chart
      label={props.label}
      usualWidth={props.usualWidth ?? 1188}
      height={height}
      places={0}
      nearest={() => 0}
    >
      {(width) => {
        const drawn = createMemo(() => words(width()));
        const pixels = (share: number) => (share / 100) * width();
        return (
          <>
            <rect class="promise-whole" width={width()} height={BAR} />
            <For each={marks()}>
              {({ hardness, from, width: share }) => (
                <svg x={pixels(from)} width={Math.max(1, pixels(share) - 1)} height={BAR}>
                  <rect class={`promise-${hardness}`} width="100%" height={BAR} />
                </svg>
              )}
            </For>
            <For each={drawn()}>
              {({ said, x, turned, line }) => (
                <text
                  class="promise-words"
                  classList={{ "chart-end": turned }}
                  x={x}
                  y={BAR + 15 + line * LINE}
                >
                  {said}
                </text>
              )}
            </For>
          </>
        );
      }}
    </Chart>
  );
}
