/** From values to places. Places are CSS pixels; values are in the units that the caller shows. */

/** A straight scale from zero: `end` is at `length`, and what lies beyond is not cut off. */
export function fromZero(end: number, length: number): (value: number) => number {
  return (value) => (end > 0 ? exact((value / end) * length) : 0);
}

export interface Axis {
  /** Evenly spaced from zero; the last is the end. */
  readonly ticks: readonly number[];
  readonly end: number;
}

const steps = [1, 2, 4, 5];

/** Less than this is the dust of a computation and gets no axis of its own. */
const DUST = 1e-9;

/**
 * The axis from zero that holds `most` with round steps (1, 2, 4 or 5 times a power of ten) and at most so many ticks,
 * zero among them. Without anything to show it ends at one.
 */
export function niceAxis(most: number, atMost = 5): Axis {
  if (!(most > DUST) || !Number.isFinite(most)) return { ticks: [0, 1], end: 1 };
  const intervals = Math.max(1, atMost - 1);
  const step = niceStep(most / intervals);
  // A tie in floating point must not add a tick: 0.3 / 0.1 is a little less than three.
  const needed = Math.max(1, Math.ceil(exact(most / step)));
  const ticks = Array.from({ length: needed + 1 }, (_, index) => exact(index * step));
  return { ticks, end: exact(needed * step) };
}

/** The smallest round step that is not below `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = steps.find((candidate) => exact(candidate * power) >= exact(least));
  return exact((factor ?? 10) * power);
}

const DIGITS = 12;

/** Without the dust of binary fractions, which lies behind the twelfth digit: `0.1 + 0.2` is 0.3. */
export function exact(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const behind = DIGITS - Math.ceil(Math.log10(Math.abs(value)));
  // Powers of ten are exact above one only.
  if (behind < 0) return Math.round(value / 10 ** -behind) * 10 ** -behind;
  return Math.round(value * 10 ** behind) / 10 ** behind;
}

/** A place with hundredths, as it is written into a drawing. */
export function place(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** The largest of those that are known; zero when none is. */
export function largest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}

/** A share, held within 0 to 1. */
export function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
