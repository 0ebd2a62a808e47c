import fc from "fast-check";

/** Values for a law that must hold of any data; a failing case is shrunk to its smallest. */
export interface Draws {
  readonly whole: (from: number, to: number) => number;
  /** From zero to the most, in millionths of it. */
  readonly value: (most: number) => number;
  /** One in four is unknown, one in four is zero. */
  readonly known: (most: number) => number | null;
}

const MILLION = 1_000_000;
const parts = fc.integer({ min: 0, max: MILLION });
const kinds = fc.constantFrom("unknown", "zero", "value", "value");

/** Holds a law against a hundred drawings of data. */
export function always(law: (draw: Draws) => void): void {
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const value = (most: number) => (draw(() => parts) / MILLION) * most;
      law({
        whole: (min, max) => draw(fc.integer, { min, max }),
        value,
        known: (most) => {
          const kind = draw(() => kinds);
          if (kind === "unknown") return null;
          return kind === "zero" ? 0 : value(most);
        },
      });
    }),
  );
}
