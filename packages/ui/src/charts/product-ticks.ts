/** Whether a product contains the project; unknown where its inventory is too old to say. */
export type Held = "in" | "out" | "unknown";

/** One path for each kind of tick: a table has thousands of them, so a row must not cost an element for each. */
export interface TickPaths {
  readonly in: string;
  readonly out: string;
  /** Points, for a line with round caps. */
  readonly unknown: string;
}

export const TICK_HEIGHT = 11;

/** Above so many products the ticks are thin, so that forty still fit a column. */
const MANY = 16;
const DOTS = [1.5, 5.5, 9.5];

function sizes(products: number) {
  return products > MANY ? { width: 2, gap: 1 } : { width: 5, gap: 2 };
}

/** The whole width of so many ticks. */
export function ticksWidth(products: number): number {
  const { width, gap } = sizes(products);
  return Math.max(0, products * (width + gap) - gap);
}

/** A filled tick for a product that contains it, a line at the foot for one that does not, dots for cannot say. */
export function tickPaths(products: readonly Held[]): TickPaths {
  const { width, gap } = sizes(products.length);
  const paths = { in: "", out: "", unknown: "" };
  for (const [index, held] of products.entries()) {
    const x = index * (width + gap);
    if (held === "in") paths.in += `M${x} 0h${width}v${TICK_HEIGHT}h${-width}z`;
    else if (held === "out") paths.out += `M${x} ${TICK_HEIGHT - 1}h${width}v1h${-width}z`;
    else for (const y of DOTS) paths.unknown += `M${x + width / 2} ${y}h0`;
  }
  return paths;
}
