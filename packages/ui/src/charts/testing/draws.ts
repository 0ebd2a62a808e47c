/** Numbers for laws that must hold of any data: drawn by a linear congruence from a fixed seed, the same in every run. */
export interface Draws {
  readonly whole: (from: number, to: number) => number;
  readonly value: (most: number) => number;
  /** One in five is unknown, one in five is zero. */
  readonly known: (most: number) => number | null;
}

export function draws(seed: number): Draws {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    // Numerical Recipes, "An Even Quicker Generator".
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const value = (most: number) => next() * most;
  return {
    whole,
    value,
    known: (most) => {
      const kind = whole(1, 5);
      if (kind === 1) return null;
      return kind === 2 ? 0 : value(most);
    },
  };
}

/** Seeds for `test.each`-less laws: each law is held against so many drawings. */
export const seeds: readonly number[] = Array.from({ length: 500 }, (_, index) => index + 1);
