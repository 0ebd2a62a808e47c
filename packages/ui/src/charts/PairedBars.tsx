import { createMemo, createUniqueId, For, Show } from "solid-js";
import { axisFigure, count } from "../format/index.ts";
import { Chart } from "./Chart.tsx";
import { Hatch } from "./Hatch.tsx";
import { PairedRowMarks } from "./PairedRowMarks.tsx";
import {
  NARROW,
  PAIRED_HEAD,
  type PairedFigures,
  type PairedMarks,
  pairedMarks,
  type PairedRow,
  rowAt,
} from "./paired-rows.ts";
import type { Reading } from "./reading.ts";

interface PairedBarsProps {
  readonly rows: readonly PairedRow[];
  /** One sentence that says what the drawing shows. */
  readonly label: string;
  readonly reading?: Reading;
  /** They stand in the first row and over the gaps, so that no legend is needed. */
  readonly words: {
    readonly fair: string;
    readonly given: string;
    readonly gap: string;
    readonly unknown: string;
  };
  /** How a value is written; in whole units by default. */
  readonly figure?: (value: number) => string;
  /** Where nothing can be measured: 776 px. */
  readonly usualWidth?: number;
}

/** What we take over what we give of each project, on one axis, with the gap as a measured line and a red figure. */
export function PairedBars(props: PairedBarsProps) {
  const hatch = createUniqueId();
  const written = (width: number) => props.rows.map((row, index) => figuresOf(props, row, index, width));
  const marks = (width: number) => pairedMarks(props.rows, written(width), width);
  return (
    <Chart
      label={props.label}
      usualWidth={props.usualWidth ?? 776}
      height={(width) => marks(width).height}
      reading={props.reading}
      places={props.rows.length}
      start={0}
      nearest={(_, y, width) => rowAt(marks(width), y)}
    >
      {(width, mark) => {
        const drawn = createMemo(() => marks(width()));
        const figures = createMemo(() => written(width()));
        return (
          <>
            <Hatch id={hatch} />
            <Show when={drawn().rows[mark() ?? -1]}>
              {(row) => (
                <rect class="chart-mark-row" x="0" y={row().top} width={width()} height={row().height} />
              )}
            </Show>
            <Grid drawn={drawn()} />
            <text class="chart-axis chart-end chart-in-gap" x={width()} y="13">
              {props.words.gap}
            </text>
            <For each={drawn().rows}>
              {(row, index) => (
                <PairedRowMarks
                  row={row}
                  data={props.rows[index()]}
                  figures={figures()[index()]}
                  zero={drawn().zero}
                  right={width()}
                  hatch={hatch}
                />
              )}
            </For>
          </>
        );
      }}
    </Chart>
  );
}

/** The first row says which figure is which, where there is room for it. */
function figuresOf(
  { words, figure }: Pick<PairedBarsProps, "words" | "figure">,
  row: PairedRow,
  index: number,
  width: number,
): PairedFigures {
  const write = (value: number | null) => (value === null ? words.unknown : (figure ?? count)(value));
  const named = index === 0 && width >= NARROW;
  return {
    fair: named ? `${words.fair} ${write(row.fair)}` : write(row.fair),
    given: named ? `${words.given} ${write(row.given)}` : write(row.given),
    gap: write(row.gap),
  };
}

function Grid(props: { readonly drawn: PairedMarks }) {
  const foot = () => props.drawn.height - 2;
  return (
    <For each={props.drawn.ticks}>
      {({ value, x }, index) => (
        <>
          <line
            class={index() === 0 ? "chart-zero" : "chart-grid"}
            x1={x}
            x2={x}
            y1={PAIRED_HEAD}
            y2={foot()}
          />
          <text class="chart-axis" classList={{ "chart-middle": index() > 0 }} x={x} y="13">
            {axisFigure(value)}
          </text>
        </>
      )}
    </For>
  );
}
