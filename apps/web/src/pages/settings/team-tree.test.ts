import { expect, test } from "vitest";
import { inTreeOrder } from "./team-tree.ts";

test("each team is followed by those below it, by their names, and a team whose parent is gone stands at the top", () => {
  const teams = [
    { slug: "web", name: "Web", parent: "product" },
    { slug: "orphan", name: "Orphan", parent: "gone" },
    { slug: "api", name: "Api", parent: "product" },
    { slug: "product", name: "Product", parent: null },
    { slug: "edge", name: "Edge", parent: "api" },
  ];
  expect(inTreeOrder(teams).map(({ team, depth }) => `${depth} ${team.slug}`)).toEqual([
    "0 orphan",
    "0 product",
    "1 api",
    "2 edge",
    "1 web",
  ]);
});
