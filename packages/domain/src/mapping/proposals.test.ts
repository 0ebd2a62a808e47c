import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mappingProposals, ruleBook } from "./index.ts";

describe("proposals", () => {
  it("gather what one custom covers, the widest first", () => {
    expect(
      mappingProposals([
        "pkg:npm/%40babel/core",
        "pkg:golang/k8s.io/api",
        "pkg:npm/%40babel/types",
        "pkg:npm/left-pad",
      ]),
    ).toMatchObject([
      { pattern: "@babel/*", packages: ["pkg:npm/%40babel/core", "pkg:npm/%40babel/types"] },
      { pattern: "pkg:golang/k8s.io/api/*", packages: ["pkg:golang/k8s.io/api"] },
    ]);
  });

  it("once accepted as rules cover all that they named", () => {
    const purls = fc
      .tuple(
        fc.constantFrom("npm/%40a", "npm/%40types", "golang/k8s.io", "maven/io.github.x.y"),
        fc.stringMatching(/^[a-z]{1,6}$/),
      )
      .map(([namespace, name]) => `pkg:${namespace}/${name}`);
    fc.assert(
      fc.property(fc.uniqueArray(purls), (all) => {
        const proposals = mappingProposals(all);
        const rules = ruleBook(proposals);
        for (const { packages, project } of proposals)
          for (const purl of packages) expect(rules.ruleFor(purl)?.project).toBe(project);
        expect(proposals.flatMap(({ packages }) => packages).sort()).toEqual([...all].sort());
      }),
    );
  });
});
