import { known, unknown, type Known } from "../known/index.ts";
import { roundHalfEven } from "../money/index.ts";
import type { PledgeInput } from "./input.ts";
import type { Pledge } from "./result.ts";

/** Open Source Pledge: eligible cash of the year ÷ mean full-time developers (to a millionth), rounded half to even. */
export function pledgeOf({ eligibleCashMinor, developers }: PledgeInput): Pledge {
  return { eligibleCashMinor, developers, perDeveloperMinor: perDeveloper(eligibleCashMinor, developers) };
}

function perDeveloper(eligibleCashMinor: bigint, developers: Known<number>): Known<bigint> {
  if (!developers.known) return developers;
  const millionths = BigInt(Math.round(developers.value * 1e6));
  return millionths > 0n
    ? known(roundHalfEven(eligibleCashMinor * 1_000_000n, millionths))
    : unknown("no-headcount");
}
