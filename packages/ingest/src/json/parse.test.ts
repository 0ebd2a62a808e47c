import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTooDeep, nestsDeeper, opensMoreThan } from "./depth.ts";
import { findFault, placeAt } from "./locate.ts";
import { parseJson } from "./parse.ts";

describe("JSON that is read safely", () => {
  it("is what JSON.parse reads (fast-check)", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(0, 2), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text)).toEqual({ kind: "parsed", value: JSON.parse(text), replacedCharacters: 0 });
      }),
    );
  });

  it("nests 64 levels and not 65, whatever brackets and quotes its strings hold", () => {
    const nested = (depth: number) => `${'{"]}\\"[[":['.repeat(depth / 2)}${"]}".repeat(depth / 2)}`;
    expect(parseJson(nested(64)).kind).toBe("parsed");
    expect(parseJson(nested(66))).toMatchObject({ refusal: { code: "too-deep" } });
    expect(parseJson(`["${"[".repeat(100)}\\\\\\"${"[".repeat(100)}\\\\"]`).kind).toBe("parsed");
    expect(parseJson("[".repeat(64) + "]".repeat(64)).kind).toBe("parsed");
    expect(parseJson("[".repeat(65) + "]".repeat(65)).kind).toBe("refused");
  });

  it("is found too deep by its values exactly where it is by its text (fast-check)", () => {
    fc.assert(
      fc.property(
        nestedValue,
        fc.constantFrom(0, 1, 2),
        fc.integer({ min: 0, max: 8 }),
        (value, space, limit) => {
          const text = JSON.stringify(value, null, space);
          expect(nestsDeeper(value, limit)).toBe(findTooDeep(text, limit) !== null);
        },
      ),
    );
  });

  it("is refused in time and in little memory where it nests 10 million deep, on one line or on many", () => {
    const [depth, start] = [10_000_000, performance.now()];
    for (const text of [
      "[".repeat(depth) + "]".repeat(depth),
      "[".repeat(depth),
      "[\n".repeat(depth),
      '{"":'.repeat(depth),
    ]) {
      expect(parseJson(text)).toMatchObject({ refusal: { code: "too-deep" } });
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("counts brackets until there are more than asked for", () => {
    expect(opensMoreThan('[{"a":[]}]', 2)).toBe(true);
    expect(opensMoreThan('[{"a":[]}]', 3)).toBe(false);
  });

  it.each([
    ["", "it ends too early", "line 1, column 1"],
    ['{"a":1', "it ends too early", "line 1, column 7"],
    ['{"a" 1}', "a colon is missing", "line 1, column 6"],
    ['{"a":1 "b":2}', "a comma or a closing bracket is missing", "line 1, column 8"],
    ["[1,]", "a value is missing", "line 1, column 4"],
    ["{a:1}", "a name in double quotes is missing", "line 1, column 2"],
    ['{"a":1,}', "a name in double quotes is missing", "line 1, column 8"],
    ["[1]\n[2]", "something follows after its end", "line 2, column 1"],
    ['["a\nb"]', "a control character stands in a string", "line 1, column 4"],
    ['["\\x"]', "an escape is not known", "line 1, column 3"],
    ['["a', "a string is not closed", "line 1, column 2"],
    ["[01]", "a comma or a closing bracket is missing", "line 1, column 3"],
    ["[}", "a value is missing", "line 1, column 2"],
  ])("says of %j that %s (%s)", (text, message, where) => {
    expect(parseJson(text)).toEqual({
      kind: "refused",
      refusal: { code: "invalid-json", message: `The file is not valid JSON: ${message}.`, where },
    });
  });

  it("finds a fault in whatever JSON.parse refuses, and at no place before it (fast-check)", () => {
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", "}", '"', ",", "\\", "1", "e", "\n"));
    fc.assert(
      fc.property(damaged, ([text, at, piece]) => {
        const broken =
          text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1);
        fc.pre(!isJson(broken));
        const fault = findFault(broken);
        expect(fault.message).not.toBe("it could not be read");
        expect(fault.offset).toBeLessThanOrEqual(broken.length);
        expect(placeAt(broken, fault.offset)).toMatch(/^line \d+, column \d+$/);
      }),
    );
  });
});

/** Values of few shapes whose names and texts hold brackets, quotes and commas, so that they nest in many ways. */
const { nested: nestedValue } = fc.letrec((tie) => ({
  nested: fc.oneof(
    { depthSize: "large", withCrossShrink: true },
    fc.constantFrom<unknown>(1, null, "", "]", "},", '"}', "[{", "]\n]", "\\"),
    fc.array(tie("nested"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "}", "{[", "]", '"],'), tie("nested"), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
