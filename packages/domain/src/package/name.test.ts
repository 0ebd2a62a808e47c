import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fullName,
  packageKey,
  parsePurl,
  printPurl,
  repositorySlug,
  samePackage,
  statedProject,
  versionless,
} from "./index.ts";

describe("a package without its version", () => {
  it.each([
    ["pkg:npm/%40babel/core@7.29.0", "pkg:npm/%40babel/core"],
    ["pkg:npm/left-pad", "pkg:npm/left-pad"],
    ["pkg:npm/@babel/core@7.29.0", "pkg:npm/%40babel/core"],
    ["pkg:npm/a@1?vcs_url=git%2Bhttps://x.y/z%40v", "pkg:npm/a"],
    ["pkg:npm/a?vcs_url=git@x", "pkg:npm/a"],
    ["pkg:maven/org.slf4j/slf4j-api@2.0.0?type=jar", "pkg:maven/org.slf4j/slf4j-api"],
    ["pkg:golang/github.com/gorilla/mux@v1.8.0#sub/path", "pkg:golang/github.com/gorilla/mux"],
    ["pkg:golang/github.com/BurntSushi/toml@v1", "pkg:golang/github.com/BurntSushi/toml"],
    ["pkg:pypi/Django_X@1", "pkg:pypi/django-x"],
    ["pkg:deb/debian/attr@1:2.4.47-2%2Bb1?arch=amd64", "pkg:deb/debian/attr"],
    ["pkg:npm//a@1", "pkg:npm/a"],
    ["PKG:NPM/a@1", "pkg:npm/a"],
    ["pkg:cargo/tokio/tokio@1", "pkg:cargo/tokio/tokio@1"],
    ["not a purl@1", "not a purl@1"],
  ])("%s is %s", (text, key) => {
    const isPurl = !("error" in parsePurl(text));
    if (text !== "pkg:cargo/tokio/tokio@1") expect(versionless(text)).toBe(key);
    else expect(isPurl).toBe(false);
  });

  it("is the same by the quick way and by parsing", () => {
    const piece = fc.constantFrom(
      "a",
      "B",
      "1",
      ".",
      "-",
      "_",
      "/",
      "%40",
      "@",
      "?k=v",
      "#s",
      "é",
      ":",
      "+",
      "//",
    );
    fc.assert(
      fc.property(
        fc.constantFrom("npm", "maven", "golang", "generic", "pypi", "github", "gem"),
        fc.array(piece, { minLength: 1, maxLength: 10 }),
        (type, pieces) => {
          const text = `pkg:${type}/${pieces.join("")}`;
          const purl = parsePurl(text);
          if ("error" in purl) return;
          expect(versionless(text)).toBe(
            printPurl({ ...purl, version: null, qualifiers: new Map(), subpath: null }),
          );
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it("has the same key, and states the same project, by the quick way and by parsing", () => {
    const word = fc.constantFrom(
      "a",
      "B_c",
      "x.y",
      ".x",
      "..",
      "~t",
      "%40s",
      "v2",
      "github.com",
      "é",
      "a+b",
      "a?k=v",
    );
    fc.assert(
      fc.property(
        fc.constantFrom("npm", "maven", "golang", "cargo", "nuget", "pypi", "gem", "github", "swift"),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        (type, words) => {
          const text = `pkg:${type}/${words.join("/")}`;
          const purl = parsePurl(text);
          expect(packageKey(text)).toBe("error" in purl ? text : packageKey(purl));
          expect(statedProject(text)).toBe("error" in purl ? null : statedProject(purl));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it("comes from the repository that the plain address of GitHub names, as from every other spelling of it", () => {
    const word = fc.constantFrom(
      "a",
      "B",
      ".",
      "..",
      "sponsors",
      "x.git",
      ".git",
      "x.GIT",
      "~",
      "a+b",
      "a%2Eb",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const path = words.join("/");
        const slug = repositorySlug(`git+HTTPS://GitHub.com/${path}`);
        expect(repositorySlug(`git+https://github.com/${path}`)).toBe(slug);
        expect(repositorySlug(`https://github.com/${path}`)).toBe(slug);
      }),
    );
  });
});

describe("a full name", () => {
  it.each([
    ["pkg:npm/%40babel/core@7", "@babel/core"],
    ["pkg:npm/left-pad", "left-pad"],
    ["pkg:maven/org.slf4j/slf4j-api@2", "org.slf4j:slf4j-api"],
    ["pkg:golang/golang.org/x/net@v0.1.0", "golang.org/x/net"],
    ["pkg:composer/Laravel/Framework@11", "laravel/framework"],
    ["pkg:pypi/django@5", "django"],
    ["pkg:deb/debian/curl@7", "curl"],
    ["pkg:github/actions/checkout@v4", "actions/checkout"],
    ["curl", "curl"],
  ])("of %s is %s", (text, name) => {
    expect(fullName(text)).toBe(name);
    const purl = parsePurl(text);
    if (!("error" in purl)) expect(fullName(purl)).toBe(name);
  });
});

describe("two purls", () => {
  it.each([
    ["pkg:pypi/zope.interface@5", "pkg:pypi/zope-interface", true],
    ["pkg:pypi/Foo__Bar", "pkg:pypi/foo.-bar", true],
    ["pkg:nuget/Newtonsoft.Json@13", "pkg:nuget/newtonsoft.json", true],
    ["pkg:golang/github.com/BurntSushi/toml@v1", "pkg:golang/github.com/burntsushi/toml", true],
    ["pkg:cargo/serde_json@1", "pkg:cargo/serde-json", true],
    ["pkg:npm/%40babel/core@7", "pkg:npm/@babel/core@6", true],
    ["pkg:npm/JSONStream", "pkg:npm/jsonstream", false],
    ["pkg:npm/a-b", "pkg:npm/a_b", false],
    ["pkg:npm/requests", "pkg:pypi/requests", false],
    ["pkg:maven/a/b", "pkg:maven/b/b", false],
    ["curl", "curl", true],
    ["curl", "wget", false],
  ])("%s and %s: %s", (left, right, same) => {
    expect(samePackage(left, right)).toBe(same);
    expect(samePackage(right, left)).toBe(same);
  });
});
