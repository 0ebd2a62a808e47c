/** Whether a product contains the project; unknown where its inventory is too old to say. */
export type Held = "in" | "out" | "unknown";

export interface TickSizes {
  readonly width: number;
  readonly gap: number;
}

/** Above so many products the ticks are thin, so that forty still fit a column. */
const MANY = 16;

export function tickSizes(products: number): TickSizes {
  return products > MANY ? { width: 2, gap: 1 } : { width: 5, gap: 2 };
}

/** The whole width of so many ticks. */
export function ticksWidth(products: number): number {
  const { width, gap } = tickSizes(products);
  return Math.max(0, products * (width + gap) - gap);
}
