import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesPattern, parsePattern } from "../package/index.ts";
import { ruleBook, type MappingRule } from "./index.ts";

const scopes = fc.constantFrom("@babel", "@nx", "@types");
const names = fc.constantFrom("core", "plugin", "plugin-a", "plugin-ab", "types");
const purls = fc.oneof(
  fc.tuple(scopes, names).map(([scope, name]) => `pkg:npm/${scope.replace("@", "%40")}/${name}`),
  names.map((name) => `pkg:npm/${name}`),
  names.map((name) => `pkg:golang/k8s.io/${name}`),
  names.map((name) => `pkg:pypi/${name}`),
);
const patterns = fc.oneof(
  scopes.map((scope) => `${scope}/*`),
  fc.tuple(scopes, names).map(([scope, name]) => `${scope}/${name}`),
  fc.tuple(scopes, names).map(([scope, name]) => `${scope}/${name}*`),
  names.map((name) => `${name}*`),
  fc.constantFrom("pkg:golang/k8s.io/*", "pkg:golang/*/core", "pkg:pypi/plugin*", "*", "a*b"),
);
const rules = fc.array(fc.record({ pattern: patterns, project: fc.constantFrom("a/a", "b/b", "c/c") }), {
  maxLength: 12,
});

/** What the law says, with no index: of all rules that cover the package, the first in the documented order. */
function bySearch(all: readonly MappingRule[], purl: string): string | null {
  const covering = all.flatMap(({ pattern, project }) => {
    const parsed = parsePattern(pattern);
    return "error" in parsed || !matchesPattern(parsed, purl) ? [] : [{ text: parsed.canonical, project }];
  });
  const order = ({ text, project }: { readonly text: string; readonly project: string }) =>
    `${text.includes("*") ? 1 : 0} ${String(10_000 - text.length)} ${text} ${project}`;
  return covering.sort((one, other) => (order(one) < order(other) ? -1 : 1))[0]?.project ?? null;
}

describe("the rule that decides", () => {
  it("is the one that says most of the name, however many there are", () => {
    fc.assert(
      fc.property(rules, purls, (all, purl) => {
        expect(ruleBook(all).ruleFor(purl)?.project ?? null).toBe(bySearch(all, purl));
      }),
      { numRuns: 1_000 },
    );
  });

  it("does not depend on the order of the rules", () => {
    fc.assert(
      fc.property(
        rules.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        purls,
        ([all, shuffled], purl) => {
          expect(ruleBook(shuffled).ruleFor(purl)).toEqual(ruleBook(all).ruleFor(purl));
        },
      ),
    );
  });

  it.each([
    ["pkg:golang/github.com/BurntSushi/*", "pkg:golang/github.com/burntsushi/toml"],
    ["pkg:cargo/serde_json", "pkg:cargo/serde-json"],
    ["pkg:nuget/newtonsoft.*", "pkg:nuget/Newtonsoft.Json"],
    ["pkg:pypi/Foo_Bar*", "pkg:pypi/foo-bar-baz"],
  ])("%s covers %s, which its registry takes for the same", (pattern, purl) => {
    expect(ruleBook([{ pattern, project: "a/a" }]).ruleFor(purl)?.project).toBe("a/a");
  });

  it("is none for what is no purl", () => {
    expect(ruleBook([{ pattern: "core*", project: "a/a" }]).ruleFor("unidentified:core")).toBeNull();
  });
});
