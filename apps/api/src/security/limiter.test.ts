import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limiter, networkOf } from "./limiter.ts";

describe("the network that an attempt comes from", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::FFFF:192.0.2.7", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["64:ff9b::192.0.2.7", "64:ff9b:0:0::/64"],
  ])("%s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is the same for every address of a /64, however it is written", () => {
    const group = fc.integer({ min: 1, max: 0xffff });
    fc.assert(
      fc.property(
        fc.tuple(group, group, group, group),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (head, tail) => {
          const hex = head.map((value) => value.toString(16));
          const whole = [...hex, ...tail.map((value) => value.toString(16))].join(":");
          const padded = [...head, ...tail]
            .map((value) => value.toString(16).padStart(4, "0").toUpperCase())
            .join(":");
          expect(networkOf(padded)).toBe(networkOf(whole));
          expect(networkOf(`${hex.join(":")}::${tail[3]?.toString(16)}`)).toBe(networkOf(whole));
        },
      ),
    );
  });

  it("is tried as often as the limit says, again after its time, with memory for so many", () => {
    const limit = limiter(5, 60_000, 3);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(limit.attempt("one", attempt)).toBeNull();
    expect(limit.attempt("one", 5)).toBe(60);
    expect(limit.attempt("one", 59_000)).toBe(1);
    expect(limit.attempt("other", 5)).toBeNull();
    expect(limit.attempt("one", 60_001)).toBeNull();
  });
});
