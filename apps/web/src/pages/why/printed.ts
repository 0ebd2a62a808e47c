import type { Why } from "@headwater/contract/ratios";
import {
  count,
  dayName,
  decimals,
  duration,
  exactAmount,
  monthsFigure,
  percent,
  ratioFigure,
  unknownReason,
} from "@headwater/ui/format";
import type { WhyNumber } from "./search.ts";
import { t } from "./texts.ts";

/** A figure with all its digits; a table rounds, a reason does not. */
export function printedFigure(number: WhyNumber, value: number | string, currency = ""): string {
  if (typeof value === "string") return `${currency} ${exactAmount(value)}`.trim();
  switch (number) {
    case "minutes":
      return duration(value);
    case "ratio":
      return ratioFigure(value);
    case "monthsBehind":
      return t().months(monthsFigure(value));
    case "hhi":
    case "gini":
      return decimals(value, 3);
    default:
      return percent(value, 2);
  }
}

/** What stands for itself without a unit is a share; figures of things have theirs in their name. */
export function printedInput({ value, unit }: Why["inputs"][number]): string {
  if (value === null) return unknownReason(undefined);
  if (unit === "day") return dayName(String(value));
  if (typeof value === "string") return `${unit ?? ""} ${exactAmount(value)}`.trim();
  if (unit === "minutes") return duration(value);
  return unit === null ? percent(value, 2) : count(value);
}

/** On how many rows of which ledgers a figure rests, `15 contributions · 1 donation · 3 snapshots`. */
export function ledgersOf({ rows }: Why): string {
  return (["contributions", "donations", "snapshots", "targets", "headcounts"] as const)
    .filter((ledger) => rows[ledger].length > 0)
    .map((ledger) => t()[ledger](rows[ledger].length))
    .join(" · ");
}
