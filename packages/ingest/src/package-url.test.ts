import { fullName, parsePurl, printPurl } from "@headwater/domain/package";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCanonical, readPackageUrl } from "./package-url.ts";

const text = fc.string({
  unit: fc.constantFrom(
    ..."aaabcB0-_.~:@/".split(""),
    "%2F",
    "%2B",
    "%2f",
    "%40",
    "%41",
    "%3A",
    "%7F",
    "%C3%A9",
    "%",
    "é",
    "+",
  ),
  minLength: 1,
  maxLength: 8,
});
const qualifiers = fc.constantFrom(
  "",
  "?type=jar",
  "?b=1&a=2",
  "?a=1&b=%2Fx",
  "?A=1",
  "?a=",
  "?a=1&a=2",
  "?a=1&b=2&c.d=3",
  "?repository_url=https%3A//x.y/z&type=jar",
  "?repository_url=https:%2F%2Fx.y%2Fz%3Fq&type=jar",
  "?distro=debian-11&arch=all",
  "?arch=all&distro=debian-11",
  "?a=%2f&b=%41",
  "?a=%C3%A9",
  "?a=1&",
  "?",
  "#sub/path",
);
const purls = fc
  .tuple(
    fc.constantFrom(
      "npm",
      "maven",
      "golang",
      "generic",
      "cargo",
      "gem",
      "nuget",
      "pypi",
      "composer",
      "github",
      "apk",
      "deb",
      "rpm",
      "swift",
    ),
    fc.array(
      fc.oneof(
        text,
        text.map((scope) => `%40${scope}`),
      ),
      { maxLength: 2 },
    ),
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
      { numRuns: 10_000 },
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
    [
      "pkg:maven/io.quarkus/quarkus-core@2.13.8.Final?repository_url=https:%2F%2Frepo.example%2Fga%2F&type=jar",
      "io.quarkus:quarkus-core",
      "pkg:maven/io.quarkus/quarkus-core@2.13.8.Final?repository_url=https:%2F%2Frepo.example%2Fga%2F&type=jar",
    ],
    ["pkg:deb/debian/attr@1:2.4-2%2Bb1?arch=amd64", "attr", "pkg:deb/debian/attr@1:2.4-2%2Bb1?arch=amd64"],
    ["pkg:golang/golang.org/x/net@v0.1.0", "golang.org/x/net", "pkg:golang/golang.org/x/net@v0.1.0"],
    ["pkg:pypi/Typing_Extensions", "typing-extensions", "pkg:pypi/typing-extensions@4.0"],
  ])("%s is %s", (purl, name, canonical) => {
    expect(readPackageUrl(purl, "4.0")).toMatchObject({ name, purl: canonical });
  });
});
