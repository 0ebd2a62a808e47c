import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wholeDollars } from "./index.ts";

const of = (username: string, amountMinor: bigint) => ({ username, amountMinor });

describe("the rows of a file of bulk sponsorships", () => {
  test("are whole and sum to the whole of the total", () => {
    expect(wholeDollars([of("a", 1050n), of("b", 1050n), of("c", 999n)])).toEqual([
      [
        { username: "a", whole: 10n },
        { username: "b", whole: 10n },
        { username: "c", whole: 10n },
      ],
    ]);
    expect(wholeDollars([of("a", 1060n), of("b", 1050n), of("c", 1000n)])).toEqual([
      [
        { username: "a", whole: 11n },
        { username: "b", whole: 10n },
        { username: "c", whole: 10n },
      ],
    ]);
  });

  test("hold one row a username, whichever way it is spelled", () => {
    expect(wholeDollars([of("Feross", 500n), of("sindre", 200n), of("feross", 700n)])).toEqual([
      [
        { username: "Feross", whole: 12n },
        { username: "sindre", whole: 2n },
      ],
    ]);
  });

  test("leave out who would get nothing, and are none where there is nothing", () => {
    expect(wholeDollars([of("a", 5000n), of("b", 0n), of("c", 20n)])).toEqual([
      [{ username: "a", whole: 50n }],
    ]);
    expect(wholeDollars([])).toEqual([]);
    expect(wholeDollars([of("a", 99n)])).toEqual([]);
  });

  test("come a hundred to a file", () => {
    const files = wholeDollars(Array.from({ length: 205 }, (_, place) => of(`user-${place}`, 10_000n)));
    expect(files.map((rows) => rows.length)).toEqual([100, 100, 5]);
  });

  test("keep the sum and stay within one of each amount, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { maxLength: 250 }), (amounts) => {
        const rows = wholeDollars(amounts.map((amount, place) => of(`u${place}`, amount))).flat();
        const total = amounts.reduce((one, other) => one + other, 0n);
        expect(rows.reduce((sum, { whole }) => sum + whole, 0n)).toBe(total / 100n);
        for (const { username, whole } of rows) {
          const difference = whole * 100n - (amounts[Number(username.slice(1))] ?? 0n);
          expect(difference < 100n && difference > -200n).toBe(true);
        }
      }),
    );
  });
});
