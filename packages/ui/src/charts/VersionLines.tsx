import { For, Show } from "solid-js";
import { Chart } from "./Chart.tsx";
import type { Reading } from "./reading.ts";
import { roughWidth, shortened } from "./room.ts";
import { AffectedColumns, VersionMarks } from "./VersionMarks.tsx";
import { type HeldVersions, type Version, versionNames } from "./version-lines.ts";
import "./version-lines.css";

export interface VersionRow {
  readonly name: string;
  readonly held: HeldVersions;
}

interface VersionLinesProps {
  /** In their order, the latest last. */
  readonly versions: readonly Version[];
  /** One for each product, in the order of their tiers. */
  readonly rows: readonly VersionRow[];
  readonly label: string;
  readonly reading?: Reading;
  readonly usualWidth?: number;
}

const HEAD = 22;
const ROW = 26;
const WIDEST = 58;

/** Which product holds which version, and held before. Affected versions are tinted from head to foot. */
export function VersionLines(props: VersionLinesProps) {
  const height = () => HEAD + props.rows.length * ROW;
  const names = (width: number) => {
    const wanted = Math.max(0, ...props.rows.map(({ name }) => roughWidth(name, 13.5))) + 16;
    return Math.min(wanted, Math.round(width * 0.34));
  };
  const column = (width: number) =>
    Math.min(WIDEST, (width - names(width)) / Math.max(1, props.versions.length));
  const right = (width: number) => names(width) + props.versions.length * column(width);
  return (
    <Chart
      label={props.label}
      usualWidth={props.usualWidth ?? 520}
      height={height}
      reading={props.reading}
      places={props.rows.length}
      start={0}
      nearest={(_, y) => Math.floor((y - HEAD) / ROW)}
    >
      {(width, mark) => (
        <>
          <AffectedColumns
            versions={props.versions}
            x={names(width())}
            column={column(width())}
            height={height()}
          />
          <Show when={mark() !== null}>
            <rect class="version-read" x="0" y={HEAD + (mark() ?? 0) * ROW} width="2" height={ROW} />
          </Show>
          <For each={versionNames(props.versions, column(width()))}>
            {({ name, affected, x }) => (
              <text
                class="version-name"
                classList={{ "version-name-affected": affected }}
                x={names(width()) + x}
                y="14"
              >
                {name}
              </text>
            )}
          </For>
          <line class="chart-zero" x1="0" x2={right(width())} y1={HEAD} y2={HEAD} />
          <For each={props.rows}>
            {(row, index) => (
              <>
                <text class="chart-name" x={mark() === index() ? 8 : 0} y={HEAD + index() * ROW + 17}>
                  {shortened(row.name, names(width()) - 12, 13.5)}
                </text>
                <VersionMarks
                  versions={props.versions}
                  held={row.held}
                  x={names(width())}
                  y={HEAD + index() * ROW}
                  column={column(width())}
                  height={ROW}
                />
                <line
                  class="chart-grid"
                  x1="0"
                  x2={right(width())}
                  y1={HEAD + (index() + 1) * ROW}
                  y2={HEAD + (index() + 1) * ROW}
                />
              </>
            )}
          </For>
        </>
      )}
    </Chart>
  );
}
