import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonScan, NotScanned, scanEnd, scanValue, skipValue } from "./scan.ts";
import { hashOf, spanNumber, spanTable } from "./span-table.ts";

describe("JSON that is scanned", () => {
  it("is accepted wherever JSON.parse accepts it and nothing is left to JSON.parse (fast-check)", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(0, 2, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        fc.pre(!text.includes("\\u"));
        expect(skips(text)).toBe(true);
        expect(skips(` \r\n\t${text} \n`)).toBe(true);
      }),
    );
  });

  it("is refused wherever JSON.parse refuses it (fast-check)", () => {
    const pieces = fc.constantFrom(
      "",
      "}",
      "]",
      '"',
      ",",
      ":",
      "\\",
      "1",
      "-",
      ".",
      "e",
      "\n",
      "\u0001",
      "[",
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), pieces, fc.nat({ max: 3 }), (text, place, piece, cut) => {
        const at = place % (text.length + 1);
        const damaged = text.slice(0, at) + piece + text.slice(at + cut);
        if (skips(damaged)) expect(() => void JSON.parse(damaged)).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives the values that JSON.parse gives (fast-check)", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        const scanned = attempt(() => scanValue(jsonScan(text, [])));
        if (scanned !== null) expect(scanned.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is left to JSON.parse where it nests deep, however deep", () => {
    expect(skips("[".repeat(40) + "]".repeat(40))).toBe(true);
    expect(skips("[".repeat(64) + "]".repeat(64))).toBe(false);
    expect(skips("[".repeat(1_000_000))).toBe(false);
  });

  it.each(["", " ", "[1,]", "[,1]", '{"a"}', "{1:2}", "[1]2", "01", "tru", '"', '"\\x"', "\u00a01", "[1}"])(
    "%j is none",
    (text) => {
      expect(skips(text)).toBe(false);
    },
  );
});

describe("pieces of a text", () => {
  it("have the same number exactly if they are equal (fast-check)", () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom("Aa", "BB", "AaBB", "BBAa", "")));
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join("");
        const table = spanTable(text, ["known", "Aa"]);
        let at = 0;
        const numbers = list.map((piece) => {
          at += piece.length;
          return spanNumber(table, at - piece.length, at, hashOf(piece));
        });
        const distinct = ["known", "Aa", ...list.filter((piece) => piece !== "Aa" && piece !== "known")];
        const expected = [...new Set(distinct)];
        expect(numbers).toEqual(list.map((piece) => expected.indexOf(piece)));
        expect(numbers.map((number) => table.pieces[number])).toEqual(list);
      }),
    );
  });

  it("keep their numbers while thousands more come, and are given up where their hashes are chosen to be equal", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `piece ${index}`);
    const table = spanTable("", many);
    const text = many.join("");
    const other = { ...table, text };
    let at = 0;
    for (const [index, piece] of many.entries()) {
      expect(spanNumber(other, at, at + piece.length, hashOf(piece))).toBe(index);
      at += piece.length;
    }
    const equalHashes = Array.from({ length: 128 }, (_, index) => colliding(index));
    const hostile = spanTable(equalHashes.join(""), []);
    const numbers = equalHashes.map((piece, index) =>
      spanNumber(hostile, index * 14, (index + 1) * 14, hashOf(piece)),
    );
    expect(new Set(equalHashes.map(hashOf)).size).toBe(1);
    expect(numbers.at(-1)).toBe(-1);
  });
});

/** Fourteen letters that have the same hash for each of 128 indices: `Aa` and `BB` weigh the same. */
function colliding(index: number): string {
  return Array.from({ length: 7 }, (_, bit) => ((index >> bit) & 1 ? "Aa" : "BB")).join("");
}

function skips(text: string): boolean {
  return (
    attempt(() => {
      const scan = jsonScan(text, []);
      skipValue(scan, 0);
      scanEnd(scan);
    }) !== null
  );
}

function attempt<T>(run: () => T): { readonly value: T } | null {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof NotScanned) return null;
    throw error;
  }
}
