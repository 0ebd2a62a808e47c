import { isIPv6 } from "node:net";

export interface Limiter {
  /** Seconds to wait, or null where the attempt is within the limit; it counts either way. */
  readonly attempt: (key: string, now: number) => number | null;
}

/** At most `count` attempts a key in any `millis`. Memory is bounded: the oldest keys are forgotten first. */
export function limiter(count: number, millis: number, keys = 10_000): Limiter {
  const attempts = new Map<string, number[]>();
  return {
    attempt(key, now) {
      const recent = (attempts.get(key) ?? []).filter((at) => at > now - millis);
      attempts.delete(key);
      attempts.set(key, recent);
      const oldest = attempts.keys().next();
      if (attempts.size > keys && !oldest.done) attempts.delete(oldest.value);
      const first = recent[0];
      if (recent.length >= count && first !== undefined)
        return Math.max(1, Math.ceil((first + millis - now) / 1000));
      recent.push(now);
      return null;
    },
  };
}

/** An IPv4 address as it is, an IPv6 one as its /64: a household or a server has that many addresses to try from. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  // IPv4 in IPv6's clothes (RFC 4291, section 2.5.5.2), however it is written.
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight numbers of an IPv6 address; its last two may be written as an IPv4 address. */
function groupsOf(address: string): readonly number[] {
  const [head = "", tail = ""] = address.split("::");
  const [left, right] = [head, tail].map((part) =>
    part
      .split(":")
      .filter((group) => group !== "")
      .flatMap(numbersOf),
  );
  const missing = 8 - (left?.length ?? 0) - (right?.length ?? 0);
  return [...(left ?? []), ...Array.from({ length: missing }, () => 0), ...(right ?? [])];
}

function numbersOf(group: string): readonly number[] {
  if (!group.includes(".")) return [Number.parseInt(group, 16)];
  const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
  return [a * 256 + b, c * 256 + d];
}
