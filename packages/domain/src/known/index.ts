/**
 * A value that is known, or unknown with a reason. Zero is a known value; unknown is never shown or summed as zero.
 * Reasons are stable and kebab-case: they reach users beside the empty value.
 */
export type Known<T, Reason extends string = UnknownReason> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly reason: Reason };

/** Why a figure of usage, giving or ratio cannot be said. */
export type UnknownReason =
  /** At least one day of the period belongs to no fiscal year with a target. */
  | "no-target"
  /** The target of the period is zero, and a part of zero says nothing. */
  | "zero-target"
  /** Nothing was given by anyone to anything in the period, so there are no shares of it. */
  | "no-give-back"
  /** No usage is known that the figure could be set against. */
  | "no-usage"
  /** Something was given to a project that no product uses. */
  | "beyond-inventory"
  /** All that was given lacks a rate, so its value is unknown. */
  | "no-valued-rows"
  /** The fair share is nothing, and a part of nothing says nothing. */
  | "no-fair-share"
  /** Nobody said how many developers there are. */
  | "no-headcount";

export function known<T>(value: T): { readonly known: true; readonly value: T } {
  return { known: true, value };
}

export function unknown<Reason extends string>(
  reason: Reason,
): { readonly known: false; readonly reason: Reason } {
  return { known: false, reason };
}

/** Applies `derive` to a known value; an unknown one stays unknown for its own reason. */
export function mapKnown<T, U, Reason extends string>(
  value: Known<T, Reason>,
  derive: (value: T) => U,
): Known<U, Reason> {
  return value.known ? known(derive(value.value)) : value;
}
