import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrderOfTrust, OWN_NAME } from "./index.ts";

const statements = fc.array(
  fc.record({
    project: fc.constantFrom("github.com/a/a", "github.com/b/b", "github.com/c/c"),
    source: fc.constantFrom("shop/package-lock.json", "blog/package-lock.json", "shop/bom.json", OWN_NAME),
  }),
);

describe("what files state of one package", () => {
  it("is trusted by how many sources state it, then by the package's own name, then by the slug", () => {
    expect(
      inOrderOfTrust([
        { project: "github.com/b/b", source: OWN_NAME },
        { project: "github.com/a/a", source: "shop/bom.json" },
        { project: "github.com/c/c", source: "shop/bom.json" },
        { project: "github.com/d/d", source: "shop/bom.json" },
        { project: "github.com/d/d", source: "blog/bom.json" },
      ]),
    ).toEqual(["github.com/d/d", "github.com/b/b", "github.com/a/a", "github.com/c/c"]);
  });

  it("does not depend on the order in which it came, nor on being said again", () => {
    fc.assert(
      fc.property(
        statements.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
        ),
        ([all, again]) => {
          expect(inOrderOfTrust(again)).toEqual(inOrderOfTrust(all));
        },
      ),
    );
  });

  it("names each project once", () => {
    fc.assert(
      fc.property(statements, (all) => {
        const order = inOrderOfTrust(all);
        expect(new Set(order)).toEqual(new Set(all.map(({ project }) => project)));
        expect(order).toHaveLength(new Set(order).size);
      }),
    );
  });
});
