import { For } from "solid-js";
import { AffectedColumns, VersionMarks } from "./VersionMarks.tsx";
import { type HeldVersions, type Version, versionNames } from "./version-lines.ts";
import "./version-lines.css";

const COLUMN = 58;

interface VersionCellsProps {
  readonly versions: readonly Version[];
  /** Of a version: 58 px. */
  readonly column?: number;
}

/** The head of a column of version cells: the names, those of affected versions in red on their tint. */
export function VersionHead(props: VersionCellsProps & { readonly label: string }) {
  const column = () => props.column ?? COLUMN;
  const width = () => props.versions.length * column();
  return (
    <svg
      class="cell-chart version-cell"
      role="img"
      aria-label={props.label}
      width={width()}
      height="22"
      viewBox={`0 0 ${width()} 22`}
    >
      <AffectedColumns versions={props.versions} x={0} column={column()} height={22} />
      <For each={versionNames(props.versions, column())}>
        {({ name, affected, x }) => (
          <text class="version-name" classList={{ "version-name-affected": affected }} x={x} y="14">
            {name}
          </text>
        )}
      </For>
    </svg>
  );
}

interface VersionCellProps extends VersionCellsProps {
  readonly held: HeldVersions;
  /** One sentence: `5.8.1 in force, 5.4.5 before it; neither affected version was`. */
  readonly label: string;
  /** Of the row, so that the tint runs on from row to row: 25 px. */
  readonly height?: number;
}

/** The versions of one product in a cell of a table whose other columns say more of it. */
export function VersionCell(props: VersionCellProps) {
  const column = () => props.column ?? COLUMN;
  const height = () => props.height ?? 25;
  const width = () => props.versions.length * column();
  return (
    <svg
      class="cell-chart version-cell"
      role="img"
      aria-label={props.label}
      width={width()}
      height={height()}
      viewBox={`0 0 ${width()} ${height()}`}
    >
      <AffectedColumns versions={props.versions} x={0} column={column()} height={height()} />
      <VersionMarks
        versions={props.versions}
        held={props.held}
        x={0}
        y={0}
        column={column()}
        height={height()}
      />
    </svg>
  );
}
