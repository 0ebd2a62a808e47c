import { createMemo } from "solid-js";
import "./cells.css";
import { type Held, TICK_HEIGHT, tickPaths, ticksWidth } from "./product-ticks.ts";

interface ProductTicksProps {
  /** One for each product, in the order of their tiers. */
  readonly products: readonly Held[];
  /** One sentence: `In six of eight products; one cannot say`. */
  readonly label: string;
}

/** One tick per product: filled contains it, a baseline does not, leader dots cannot say. */
export function ProductTicks(props: ProductTicksProps) {
  const paths = createMemo(() => tickPaths(props.products));
  const width = () => ticksWidth(props.products.length);
  return (
    <svg
      class="cell-chart"
      role="img"
      aria-label={props.label}
      width={width()}
      height={TICK_HEIGHT}
      viewBox={`0 0 ${width()} ${TICK_HEIGHT}`}
    >
      <path class="cell-tick" d={paths().in} />
      <path class="cell-none" d={paths().out} />
      <path class="cell-dots" d={paths().unknown} />
    </svg>
  );
}
