import { For, Show } from "solid-js";
import { type HeldVersion, type HeldVersions, lineParts, type Version } from "./version-lines.ts";
import "./version-lines.css";

interface VersionMarksProps {
  readonly versions: readonly Version[];
  readonly held: HeldVersions;
  readonly x: number;
  readonly y: number;
  /** Width of a version's column. */
  readonly column: number;
  readonly height: number;
}

/** The versions of one product: open dot earlier, filled dot in force, line between; leader dots when unknown. */
export function VersionMarks(props: VersionMarksProps) {
  const middle = () => props.y + props.height / 2;
  return (
    <Show
      when={props.held}
      fallback={
        <line
          class="chart-unknown"
          x1={props.x + 6}
          x2={props.x + props.versions.length * props.column - 2}
          y1={middle()}
          y2={middle()}
        />
      }
    >
      {(held) => (
        <>
          <For each={lineParts(held(), props.versions)}>
            {({ from, to, dotted }) => (
              <line
                class={dotted ? "version-passed" : "version-line"}
                x1={props.x + from * props.column}
                x2={props.x + to * props.column}
                y1={middle()}
                y2={middle()}
              />
            )}
          </For>
          {/* What is in force lies above, should a version be both. */}
          <For each={held().toSorted(inForceLast)}>
            {({ version, inForce }) => (
              <circle
                class={inForce ? "version-in-force" : "version-earlier"}
                cx={props.x + (version + 0.5) * props.column}
                cy={middle()}
                r={inForce ? 4.5 : 4}
              />
            )}
          </For>
        </>
      )}
    </Show>
  );
}

function inForceLast(a: HeldVersion, b: HeldVersion): number {
  return Number(a.inForce) - Number(b.inForce);
}

/** The tint of affected versions, as high as what it lies under. */
export function AffectedColumns(props: {
  readonly versions: readonly Version[];
  readonly x: number;
  readonly column: number;
  readonly height: number;
}) {
  return (
    <For each={props.versions}>
      {({ affected }, index) => (
        <Show when={affected}>
          <rect
            class="version-affected"
            x={props.x + index() * props.column}
            y="0"
            width={props.column}
            height={props.height}
          />
        </Show>
      )}
    </For>
  );
}
