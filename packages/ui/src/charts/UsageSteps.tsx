import { For, Show } from "solid-js";
import { axisFigure } from "../format/index.ts";
import type { Panel, UsageAndGivingMarks } from "./usage-and-giving.ts";

/** Hairlines with their values, and an ink line at zero. */
export function PanelGrid(props: { readonly panel: Panel; readonly drawn: UsageAndGivingMarks }) {
  return (
    <For each={props.panel.ticks}>
      {({ value, y }, index) => (
        <>
          <line
            class={index() === 0 ? "chart-zero" : "chart-grid"}
            x1={props.drawn.left}
            x2={props.drawn.right}
            y1={y}
            y2={y}
          />
          <text class="chart-axis chart-end" x={props.drawn.left - 8} y={y + 4}>
            {axisFigure(value)}
          </text>
        </>
      )}
    </For>
  );
}

/** Usage as a stepped area, its last value dotted and printed; months that nobody can say are dots. */
export function UsageSteps(props: { readonly drawn: UsageAndGivingMarks; readonly last: string }) {
  const usage = () => props.drawn.usage;
  const end = () => usage().levels.at(-1) ?? null;
  return (
    <>
      <For each={usage().areas}>{(area) => <path class="usage-area" d={area} />}</For>
      <For each={usage().lines}>{(line) => <path class="usage-line" d={line} />}</For>
      <For each={usage().levels}>
        {(level, month) => (
          <Show when={level === null}>
            <line
              class="chart-unknown"
              x1={props.drawn.left + month() * props.drawn.step + 3}
              x2={props.drawn.left + (month() + 1) * props.drawn.step}
              y1={usage().foot - 4}
              y2={usage().foot - 4}
            />
          </Show>
        )}
      </For>
      <line
        class="chart-zero"
        x1={props.drawn.left}
        x2={props.drawn.right}
        y1={usage().foot}
        y2={usage().foot}
      />
      <Show when={end() !== null}>
        <circle class="usage-end" cx={props.drawn.right} cy={end() ?? 0} r="2.5" />
        <text class="chart-value" x={props.drawn.right + 7} y={(end() ?? 0) + 4}>
          {props.last}
        </text>
      </Show>
    </>
  );
}
