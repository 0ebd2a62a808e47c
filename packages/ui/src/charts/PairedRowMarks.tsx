import { Show } from "solid-js";
import {
  type GiveBar,
  type PairedFigures,
  type PairedMark,
  type PairedRow,
  UNKNOWN_LENGTH,
} from "./paired-rows.ts";

interface PairedRowMarksProps {
  readonly row: PairedMark;
  readonly data: PairedRow | undefined;
  readonly figures: PairedFigures | undefined;
  readonly zero: number;
  readonly right: number;
  readonly hatch: string;
}

/** One row of the paired bars: name, both bars, the measured gap, three figures. */
export function PairedRowMarks(props: PairedRowMarksProps) {
  const use = () => props.row.top + 11;
  const give = () => use() + 14;
  const middle = () => give() + 4.5;
  const mostlyEstimated = () => (props.data?.estimated ?? 0) > 0.5;
  return (
    <>
      <text class="chart-name" x="0" y={use() + 9}>
        {props.row.name}
      </text>
      <text class="chart-axis" x="0" y={use() + 24}>
        {props.row.note}
      </text>
      <Show when={props.row.use !== null} fallback={<Dots x={props.zero} y={use() + 4.5} />}>
        <rect class="chart-use" x={props.zero} y={use()} width={props.row.use ?? 0} height="9" />
      </Show>
      <Show when={props.row.give} fallback={<Dots x={props.zero} y={middle()} />}>
        {(bar) => <Give bar={bar()} x={props.zero} y={give()} hatch={props.hatch} />}
      </Show>
      <Show when={props.row.dimension}>
        {(line) => (
          <path
            class="chart-dimension"
            d={`M${line().from} ${middle()}H${line().to}M${line().to} ${give()}v9`}
          />
        )}
      </Show>
      <text
        class={props.row.use === null ? "chart-value chart-guess" : "chart-value"}
        x={props.row.figures}
        y={use() + 9}
      >
        {props.figures?.fair}
      </text>
      <text
        class={props.row.give === null ? "chart-value chart-guess" : "chart-value chart-in-give"}
        classList={{ "chart-italic": mostlyEstimated() }}
        x={props.row.figures}
        y={give() + 9}
      >
        {props.figures?.given}
      </text>
      <Gap gap={props.data?.gap ?? null} figure={props.figures?.gap} x={props.right} y={use() + 17} />
    </>
  );
}

/** Solid as far as it is recorded, hatched as far as it is estimated; zero is a tick on the zero line. */
function Give(props: {
  readonly bar: GiveBar;
  readonly x: number;
  readonly y: number;
  readonly hatch: string;
}) {
  const solid = () => props.bar.width - props.bar.hatched;
  return (
    <Show
      when={props.bar.width > 0}
      fallback={<rect class="chart-give" x={props.x - 0.5} y={props.y - 1} width="2.5" height="11" />}
    >
      <rect class="chart-give" x={props.x} y={props.y} width={solid()} height="9" />
      <Show when={props.bar.hatched > 0}>
        <rect
          class="chart-hatched"
          fill={`url(#${props.hatch})`}
          x={props.x + solid() + 0.5}
          y={props.y + 0.5}
          width={Math.max(0.5, props.bar.hatched - 1)}
          height="8"
        />
      </Show>
    </Show>
  );
}

/** Red where something is missing, quiet where nothing is. */
function Gap(props: {
  readonly gap: number | null;
  readonly figure: string | undefined;
  readonly x: number;
  readonly y: number;
}) {
  const kind = () => {
    if (props.gap === null) return "chart-value chart-guess";
    return props.gap > 0 ? "chart-gap-figure chart-in-gap" : "chart-gap-figure chart-quiet";
  };
  return (
    <text class={`chart-end ${kind()}`} x={props.x} y={props.y}>
      {props.figure}
    </text>
  );
}

function Dots(props: { readonly x: number; readonly y: number }) {
  return (
    <line class="chart-unknown" x1={props.x + 6} x2={props.x + UNKNOWN_LENGTH} y1={props.y} y2={props.y} />
  );
}
