import { amountFigure, exactAmount } from "@headwater/ui/format";

/** A gift in a field: whole units where it has nothing behind the point, else every digit, so that what stands there is what is paid. */
export function giftFigure(amount: string): string {
  return /\.0+$/.test(amount) || !amount.includes(".") ? amountFigure(amount) : exactAmount(amount);
}

/**
 * Ten per cent more or less, in the steps of the round: at least one step, and never below nothing. Decimal strings with
 * as many decimals as the round's currency has.
 */
export function tenPercent(amount: string, step: string, direction: 1 | -1): string {
  const decimals = (step.split(".")[1] ?? "").length;
  const [now, by] = [minorOf(amount), minorOf(step)];
  // In whole steps from the next one below, so that an odd gift comes onto the steps.
  const tenth = now / 10n;
  const steps = (tenth + by / 2n) / by;
  const moved = now + BigInt(direction) * (steps > 0n ? steps : 1n) * by;
  const onStep = moved - (((moved % by) + by) % by);
  return printMinor(onStep > 0n ? onStep : 0n, decimals);
}

function minorOf(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}

function printMinor(minor: bigint, decimals: number): string {
  const digits = String(minor).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
