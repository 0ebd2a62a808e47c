import { createUniqueId, For, Show } from "solid-js";
import { Chart } from "./Chart.tsx";
import { Hatch } from "./Hatch.tsx";
import type { Reading } from "./reading.ts";
import { roughWidth, shortened } from "./room.ts";
import { Square } from "./Square.tsx";
import { squareSide } from "./squares.ts";

/** A share of 0 to 1, or unknown; hatched where more than half of it is estimated. */
export interface MatrixCell {
  readonly share: number | null;
  readonly estimated?: number;
}

export interface MatrixRow {
  readonly name: string;
  /** One for each column. */
  readonly cells: readonly MatrixCell[];
}

interface MatrixProps {
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly label: string;
  /** Values are counted along the rows. */
  readonly reading?: Reading;
  readonly usualWidth?: number;
}

const HEAD = 22;
const ROW = 26;
const CELL = 16;
const WIDEST = 72;

/** Rows against columns: the area of a square is the share, a line is none, dots cannot say. */
export function Matrix(props: MatrixProps) {
  const hatch = createUniqueId();
  const across = () => props.columns.length;
  const names = (width: number) =>
    Math.min(width * 0.34, Math.max(0, ...props.rows.map(({ name }) => roughWidth(name, 13.5))) + 16);
  const column = (width: number) => Math.min(WIDEST, (width - names(width)) / Math.max(1, across()));
  const nearest = (x: number, y: number, width: number) => {
    const row = Math.min(props.rows.length - 1, Math.max(0, Math.floor((y - HEAD) / ROW)));
    const cell = Math.min(across() - 1, Math.max(0, Math.floor((x - names(width)) / column(width))));
    return row * across() + cell;
  };
  return (
    <Chart
      label={props.label}
      usualWidth={props.usualWidth ?? 520}
      height={() => HEAD + props.rows.length * ROW + 2}
      reading={props.reading}
      places={props.rows.length * across()}
      across={across()}
      start={0}
      nearest={nearest}
    >
      {(width, mark) => {
        const middle = (index: number) => names(width()) + (index + 0.5) * column(width());
        const right = () => names(width()) + across() * column(width());
        return (
          <>
            <Hatch id={hatch} />
            <For each={props.columns}>
              {(name, index) => (
                <text class="chart-axis chart-middle" x={middle(index())} y="14">
                  {shortened(name, column(width()) - 4, 11)}
                </text>
              )}
            </For>
            <line class="chart-zero" x1="0" x2={right()} y1={HEAD} y2={HEAD} />
            <For each={props.rows}>
              {(row, index) => (
                <>
                  <text class="chart-name" x="0" y={HEAD + index() * ROW + 17}>
                    {shortened(row.name, names(width()) - 12, 13.5)}
                  </text>
                  <For each={row.cells}>
                    {({ share, estimated = 0 }, cell) => (
                      <Square
                        x={middle(cell())}
                        y={HEAD + (index() + 0.5) * ROW}
                        cell={CELL}
                        side={share === null ? null : squareSide(share, 1, CELL)}
                        hatch={estimated > 0.5 ? hatch : undefined}
                      />
                    )}
                  </For>
                  <line
                    class="chart-grid"
                    x1="0"
                    x2={right()}
                    y1={HEAD + (index() + 1) * ROW}
                    y2={HEAD + (index() + 1) * ROW}
                  />
                </>
              )}
            </For>
            <Show when={mark() !== null}>
              <rect
                class="square-read"
                x={middle((mark() ?? 0) % across()) - CELL / 2 - 3}
                y={HEAD + (Math.floor((mark() ?? 0) / across()) + 0.5) * ROW - CELL / 2 - 3}
                width={CELL + 6}
                height={CELL + 6}
              />
            </Show>
          </>
        );
      }}
    </Chart>
  );
}
