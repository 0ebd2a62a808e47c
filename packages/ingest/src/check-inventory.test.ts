import type { Component, Inventory } from "@headwater/domain/usage";
import { describe, expect, it } from "vitest";
import { checkInventory, parseText } from "./index.ts";
import { generateCycloneDx } from "./testing/index.ts";

const component = (ref: string, rest: Partial<Component> = {}): Component => ({
  ref,
  purl: `pkg:npm/${ref}@1.0.0`,
  name: ref,
  version: "1.0.0",
  scope: "runtime",
  direct: false,
  declaredScope: null,
  repository: null,
  licenses: [],
  funding: [],
  ...rest,
});
const inventory = (components: readonly Component[], edges: readonly number[]): Inventory => ({
  format: "test",
  formatVersion: "1",
  root: null,
  members: [],
  components,
  edges: Int32Array.from(edges),
  shape: "graph",
  problems: [],
});
const two = [component("a"), component("b")];

describe("the check of an inventory", () => {
  it("passes what is in order", () => {
    expect(checkInventory(inventory(two, [-1, 0, 0, 1, 1, 0]))).toBeNull();
    expect(checkInventory(inventory([], []))).toBeNull();
  });

  it.each<[string, Inventory, RegExp]>([
    ["two equal refs", inventory([component("a"), component("a")], []), /stands twice/],
    [
      "a purl that is not canonical",
      inventory([component("a", { purl: "pkg:NPM/a@1" })], []),
      /not canonical/,
    ],
    ["a text that is no purl", inventory([component("a", { purl: "a@1" })], []), /not canonical/],
    [
      "a declared scope on what is not direct",
      inventory([component("a", { declaredScope: "dev" })], []),
      /without being direct/,
    ],
    [
      "a direct component without declared scope",
      inventory([component("a", { direct: true })], []),
      /without being/,
    ],
    ["an edge to the root", inventory(two, [0, -1]), /leads out/],
    ["an edge out of range", inventory(two, [0, 2]), /leads out/],
    ["an edge from nowhere", inventory(two, [-2, 0]), /leads out/],
    ["an edge onto itself", inventory(two, [1, 1]), /needs itself/],
    ["the same edge twice", inventory(two, [0, 1, -1, 0, 0, 1]), /stands twice/],
    ["half an edge", inventory(two, [0]), /no pairs/],
  ])("names %s", (_, broken, message) => {
    expect(checkInventory(broken)).toMatch(message);
  });
});

describe("a made-up SBOM", () => {
  it("is read into a graph of its size, the same each time", () => {
    const text = generateCycloneDx({ components: 400, needs: 3 });
    expect(generateCycloneDx({ components: 400, needs: 3 })).toBe(text);
    const result = parseText({ path: "bom.json", text });
    expect(result.kind === "inventory" && result.inventory).toMatchObject({
      shape: "graph",
      components: { length: 400 },
      problems: [],
    });
    expect(
      result.kind === "inventory" && result.inventory.components.filter(({ direct }) => direct).length,
    ).toBe(10);
  });
});
