import { fullName, parsePurl, printPurl } from "@headwater/domain/package";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCanonical, readPackageUrl } from "./package-url.ts";

const text = fc.string({ unit: fc.constantFrom(..."aB0-_.~:%2F@/".split("")), minLength: 1, maxLength: 8 });
const qualifiers = fc.constantFrom(
  "",
  "?type=jar",
  "?b=1&a=2",
  "?a=1&b=%2Fx",
  "?A=1",
  "?a=",
  "?a=1&a=2",
  "#sub/path",
);
const purls = fc
  .tuple(
    fc.constantFrom("npm", "maven", "golang", "cargo", "gem", "nuget", "pypi", "deb"),
    fc.array(text, { maxLength: 2 }),
    text,
    text,
    qualifiers,
  )
  .map(
    ([type, namespace, name, version, rest]) =>
      `pkg:${type}/${[...namespace, name].join("/")}@${version}${rest}`,
  );

describe("a package URL", () => {
  it("is read by the short way as by the long one (fast-check)", () => {
    fc.assert(
      fc.property(purls, (purl) => {
        const parsed = parsePurl(purl);
        const read = readPackageUrl(purl, null);
        const long =
          "error" in parsed
            ? null
            : { purl: printPurl(parsed), type: parsed.type, name: fullName(parsed), version: parsed.version };
        expect(read).toEqual(long);
        expect(isCanonical(purl)).toBe(long?.purl === purl);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["pkg:npm/%40babel/core@7.0.0", "@babel/core", "pkg:npm/%40babel/core@7.0.0"],
    ["pkg:npm/@babel/core@7.0.0", "@babel/core", "pkg:npm/%40babel/core@7.0.0"],
    [
      "pkg:maven/org.slf4j/slf4j-api@2.0.9?type=jar",
      "org.slf4j:slf4j-api",
      "pkg:maven/org.slf4j/slf4j-api@2.0.9?type=jar",
    ],
    ["pkg:golang/golang.org/x/net@v0.1.0", "golang.org/x/net", "pkg:golang/golang.org/x/net@v0.1.0"],
    ["pkg:pypi/Typing_Extensions", "typing-extensions", "pkg:pypi/typing-extensions@4.0"],
  ])("%s is %s", (purl, name, canonical) => {
    expect(readPackageUrl(purl, "4.0")).toMatchObject({ name, purl: canonical });
  });
});
