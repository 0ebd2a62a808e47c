import type { Known } from "../known/index.ts";

/** The value of a figure that the test expects to be known; an unknown one stops the test with its reason. */
export function valueOf<T>(figure: Known<T>): T {
  if (!figure.known) throw new Error(`expected a known value, but: ${figure.reason}`);
  return figure.value;
}
