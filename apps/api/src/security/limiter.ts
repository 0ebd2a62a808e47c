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
      if (recent.length >= count && first !== undefined) return Math.max(1, Math.ceil((first + millis - now) / 1000));
      recent.push(now);
      return null;
    },
  };
}

/** An IPv4 address as it is, an IPv6 one as its /64: a household or a server has that many addresses to try from. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const missing = plain.includes("::") ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0") : [];
  const groups = [...left, ...missing, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
