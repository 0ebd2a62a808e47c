import { Show } from "solid-js";
import { change } from "./before-after.ts";
import "./cells.css";

const WIDTH = 190;
const MIDDLE = 7.5;

interface BeforeAfterProps {
  /** In one unit; null is unknown. */
  readonly before: number | null;
  readonly after: number | null;
  /** Where the axis from zero ends: 100 for a share in per cent. */
  readonly end: number;
  /** One sentence: `Coverage goes from 52 % to 82 %`. */
  readonly label: string;
}

/** What a decision would change: an open dot, a line, a filled dot, below the two printed figures. */
export function BeforeAfter(props: BeforeAfterProps) {
  const drawn = () => change(props, WIDTH);
  return (
    <svg
      class="cell-chart before-after"
      role="img"
      aria-label={props.label}
      width={WIDTH}
      height="15"
      viewBox={`0 0 ${WIDTH} 15`}
    >
      <Show
        when={drawn().line}
        fallback={<line class="cell-unknown-line" x1="4" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />}
      >
        {(line) => (
          <>
            <line class="before-after-axis" x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
            <line class="before-after-change" x1={line().from} x2={line().to} y1={MIDDLE} y2={MIDDLE} />
          </>
        )}
      </Show>
      <Show when={drawn().before !== null}>
        <circle class="before-after-before" cx={drawn().before ?? 0} cy={MIDDLE} r="3.5" />
      </Show>
      <Show when={drawn().after !== null}>
        <circle class="cell-give" cx={drawn().after ?? 0} cy={MIDDLE} r="4" />
      </Show>
    </svg>
  );
}
