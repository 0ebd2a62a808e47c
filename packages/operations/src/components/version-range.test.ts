import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions } from "./compare-versions.ts";
import { versionRange } from "./version-range.ts";

describe("a range of versions", () => {
  it.each([
    ["npm", "^4.17.0", "4.17.21", true],
    ["npm", "^4.17.0", "5.0.0", false],
    ["npm", "4.17.21", "4.17.21", true],
    ["npm", "<1.0.0", "1.0.0-rc.1", true],
    ["npm", ">=1.0.0 <2", "not-a-version", null],
    ["golang", ">=1.2.0", "v1.9.3+incompatible", true],
    ["golang", "<0.18.0", "v0.0.0-20210921155107-089bfa567519", true],
    ["cargo", "~1.2.3", "1.2.9", true],
    ["deb", ">=5.6.0 <5.6.2", "5.6.1", true],
    ["deb", ">=5.6.0, <5.6.2", "5.6.1-1", true],
    ["deb", ">=5.6.0 <5.6.2", "5.4.6-0.1", false],
    ["deb", "= 5.6.0 || = 5.6.1", "5.6.1", true],
    ["pypi", "<2.0", "2.0rc1", true],
    ["pypi", "2.0", "2.0.0", true],
    ["maven", "<=2.14.1", "2.9.10", true],
    ["maven", "<2.15.0", "2.15.0", false],
    ["generic", "5.6.1", "5.6.1", true],
  ])("in %s %s holds %s: %s", (type, range, version, expected) => {
    expect(versionRange(type, range)?.(version)).toBe(expected);
  });

  it.each([
    ["npm", "five"],
    ["deb", ">= latest"],
    ["pypi", "~=2.0"],
    ["maven", "[1.0,2.0)"],
    ["deb", ""],
  ])("in %s %s is a syntax that is not known", (type, range) => {
    expect(versionRange(type, range)).toBeNull();
  });
});

describe("the order of versions", () => {
  it.each([
    ["1.2", "1.10", -1],
    ["1.0rc1", "1.0", -1],
    ["1.0", "1.0.0", 0],
    ["1.0.0-alpha", "1.0.0-beta", -1],
    ["5.6.1-1", "5.6.1", 1],
    ["1.0.Final", "1.0", 0],
    ["99999999999999999999.1", "99999999999999999998.2", 1],
  ])("puts %s against %s as %d", (one, other, expected) => {
    expect(compareVersions(one, other)).toBe(expected);
  });

  it("is the same seen from the other side", () => {
    const version = fc
      .array(fc.constantFrom("0", "1", "2", "10", "rc", "beta", "x"), { minLength: 1, maxLength: 4 })
      .map((pieces) => pieces.join("."));
    fc.assert(
      fc.property(
        version,
        version,
        (one, other) => compareVersions(one, other) === 0 - compareVersions(other, one),
      ),
    );
  });
});
