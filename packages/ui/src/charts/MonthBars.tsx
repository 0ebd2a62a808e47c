import { createMemo } from "solid-js";
import "./cells.css";
import { MONTH_BAR, monthBarsWidth, monthPaths } from "./month-bars.ts";

interface MonthBarsProps {
  /** What was given in each month, in order of time and any unit; null is unknown. */
  readonly given: readonly (number | null)[];
  /** One sentence: `Given in three of twelve months, most in May`. */
  readonly label: string;
}

/** Giving by month in a cell. Each row has its own scale: it shows when, the column beside it how much. */
export function MonthBars(props: MonthBarsProps) {
  const paths = createMemo(() => monthPaths(props.given));
  const width = () => monthBarsWidth(props.given.length);
  return (
    <svg
      class="cell-chart"
      role="img"
      aria-label={props.label}
      width={width()}
      height={MONTH_BAR.height}
      viewBox={`0 0 ${width()} ${MONTH_BAR.height}`}
    >
      <path class="cell-give" d={paths().given} />
      <path class="cell-none" d={paths().nothing} />
      <path class="cell-dots" d={paths().unknown} />
    </svg>
  );
}
