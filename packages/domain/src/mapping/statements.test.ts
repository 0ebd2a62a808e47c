import { describe, expect, it } from "vitest";
import type { Component, Inventory } from "../usage/index.ts";
import { OWN_NAME, statementsOf } from "./index.ts";

const component = (purl: string, more: Partial<Component> = {}): Component => ({
  ref: purl,
  purl,
  name: purl,
  version: null,
  scope: "runtime",
  direct: true,
  declaredScope: "runtime",
  repository: null,
  licenses: [],
  funding: [],
  ...more,
});
const inventory = (...components: Component[]): Inventory => ({
  format: "x",
  formatVersion: "1",
  root: null,
  members: [],
  components,
  edges: new Int32Array(0),
  shape: "graph",
  problems: [],
});
const shop = { product: "shop", path: "web/package-lock.json" };

describe("what an inventory states", () => {
  it("is kept with the product and the file, so that files of one path in two products are two sources", () => {
    const one = inventory(component("pkg:npm/a@1", { repository: "git+https://github.com/A/a.git" }));
    expect(statementsOf(one, shop, []).get("pkg:npm/a")?.repositories).toEqual([
      {
        project: "github.com/a/a",
        statement: "git+https://github.com/A/a.git",
        source: "shop/web/package-lock.json",
      },
    ]);
  });

  it("begins with what the package's own name says", () => {
    const one = inventory(
      component("pkg:golang/github.com/x/y/v2@v2.0.0", { repository: "https://github.com/z/y" }),
    );
    expect(statementsOf(one, shop, []).get("pkg:golang/github.com/x/y/v2")?.repositories).toMatchObject([
      { project: "github.com/x/y", source: OWN_NAME },
      { project: "github.com/z/y", source: "shop/web/package-lock.json" },
    ]);
  });

  it("takes what lies beside for the packages that it has, however they are spelled, and for no others", () => {
    const beside = [
      { purl: "pkg:pypi/Foo_Bar@1", repository: "https://github.com/f/bar", funding: [], source: "METADATA" },
      { purl: "pkg:pypi/other", repository: "https://github.com/o/o", funding: [], source: "METADATA" },
    ];
    const stated = statementsOf(inventory(component("pkg:pypi/foo-bar@1")), shop, beside);
    expect([...stated.keys()]).toEqual(["pkg:pypi/foo-bar"]);
    expect(stated.get("pkg:pypi/foo-bar")?.repositories).toEqual([
      {
        project: "github.com/f/bar",
        statement: "https://github.com/f/bar",
        source: "shop/web/package-lock.json: METADATA",
      },
    ]);
  });

  it("says a statement and a channel once, however often the file repeats them", () => {
    const twice = [1, 2].map((version) =>
      component(`pkg:npm/a@${version}`, {
        ref: String(version),
        repository: "https://github.com/a/a",
        funding: ["https://opencollective.com/a", "https://opencollective.com/a/donate"],
      }),
    );
    const stated = statementsOf(inventory(...twice), shop, []).get("pkg:npm/a");
    expect(stated?.repositories).toHaveLength(1);
    expect(stated?.channels).toEqual([
      {
        url: "https://opencollective.com/a",
        platform: "open-collective",
        source: "shop/web/package-lock.json",
      },
    ]);
  });

  it("drops an address that leads to no repository", () => {
    const one = inventory(component("pkg:npm/a@1", { repository: "https://example.org" }));
    expect(statementsOf(one, shop, []).get("pkg:npm/a")?.repositories).toEqual([]);
  });
});
