import { Show } from "solid-js";
import "./cells.css";
import { intervalPlaces } from "./interval.ts";

const WIDTH = 80;

interface IntervalGlyphProps {
  /** The best and the worst case, in the unit of the value. */
  readonly low: number;
  readonly high: number;
  /** Null where too little is known for a value; then only the interval is drawn. */
  readonly value: number | null;
  /** Where the axis from zero ends. */
  readonly end: number;
  /** One sentence: `Priority 61, between 44 and 70`. */
  readonly label: string;
}

/** A value with what it could be: a hairline from best to worst case, a tick at the value. */
export function IntervalGlyph(props: IntervalGlyphProps) {
  const at = () => intervalPlaces(props, WIDTH);
  return (
    <svg
      class="cell-chart"
      role="img"
      aria-label={props.label}
      width={WIDTH}
      height="12"
      viewBox={`0 0 ${WIDTH} 12`}
    >
      <line class="interval-axis" x1="0" x2={WIDTH} y1="6" y2="6" />
      <path class="interval" d={`M${at().low} 3v6M${at().low} 6H${at().high}M${at().high} 3v6`} />
      <Show when={at().value !== null}>
        <rect class="cell-ink" x={(at().value ?? 0) - 1.25} y="1" width="2.5" height="10" />
      </Show>
    </svg>
  );
}
