import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { footedFigure, footedPercents, wholeUnits } from "./index.ts";

describe("a printed column", () => {
  test("adds up to its rounded sum, the largest remainders rounded up", () => {
    expect(wholeUnits(["18095.24", "9428.57", "29523.81", "4579.37"])).toEqual([
      "18095",
      "9429",
      "29524",
      "4579",
    ]);
    expect(wholeUnits(["0.40", "0.40", "0.40"])).toEqual(["1", "0", "0"]);
    expect(wholeUnits(["-10.50", "20.25", "3"])).toEqual(["-10", "20", "3"]);
  });

  test("adds up to the whole units that it is a part of", () => {
    expect(wholeUnits(["10.30", "10.30"], "20")).toEqual(["10", "10"]);
    expect(wholeUnits(["10.30", "10.30"], "21")).toEqual(["11", "10"]);
  });

  test("leaves whole amounts as they are and moves none by a unit or more", () => {
    const cents = fc.array(fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000_000n }), { maxLength: 20 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const units = wholeUnits(amounts.map(decimal)).map(BigInt);
        const total = amounts.reduce((sum, amount) => sum + amount, 0n);
        const difference = units.reduce((sum, unit) => sum + unit, 0n) * 100n - total;
        expect(difference >= -50n && difference <= 50n).toBe(true);
        for (const [place, unit] of units.entries()) {
          const moved = unit * 100n - (amounts[place] ?? 0n);
          expect(moved > -100n && moved < 100n).toBe(true);
        }
      }),
    );
  });

  test("prints nothing that was given as nothing", () => {
    expect([footedFigure("0", "0.40"), footedFigure("0", "0.00"), footedFigure("1204", "1203.60")]).toEqual([
      "<1",
      "0",
      "1,204",
    ]);
  });

  test("of shares adds up to a hundred", () => {
    expect(footedPercents([1 / 3, 1 / 3, 1 / 3])).toEqual(["33.4", "33.3", "33.3"]);
    expect(footedPercents([0.36904, 0.22619, 0.19841, 0.14286, 0.0635])).toEqual([
      "36.9",
      "22.6",
      "19.8",
      "14.3",
      "6.4",
    ]);
    expect(footedPercents([0.99999, 0.00001, 0])).toEqual(["100.0", "<0.1", "0"]);
  });
});

function decimal(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
