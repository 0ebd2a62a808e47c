import type { Component, GraphShape, Inventory, Scope } from "../usage/inventory.ts";

/** An inventory as a test draws it: package names, who is declared how, and who needs whom. */
export interface DrawnSource {
  readonly direct: Readonly<Record<string, Scope>>;
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  readonly shape?: GraphShape;
}

/** Every name becomes the component `pkg:generic/<name>@1`; what nobody declares is indirect and needed at run time. */
export function drawnInventory({ direct, needs = {}, shape = "graph" }: DrawnSource): Inventory {
  const names = [
    ...new Set([...Object.keys(direct), ...Object.entries(needs).flatMap(([from, to]) => [from, ...to])]),
  ];
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const edges = Object.entries(needs).flatMap(([from, to]) =>
    to.flatMap((name) => [placeOf.get(from) ?? 0, placeOf.get(name) ?? 0]),
  );
  return {
    format: "drawn",
    formatVersion: "1",
    root: null,
    members: [],
    components: names.map((name) => component(name, direct[name] ?? null, shape)),
    edges: Int32Array.from(edges),
    shape,
    problems: [],
  };
}

/** The name of a drawn package is its project. */
export function drawnProject(packageKey: string): string {
  return packageKey.replace("pkg:generic/", "");
}

function component(name: string, declaredScope: Scope | null, shape: GraphShape): Component {
  return {
    ref: name,
    purl: `pkg:generic/${name}@1`,
    name,
    version: "1",
    scope: declaredScope ?? "runtime",
    direct: shape === "list" || shape === "flat" ? null : declaredScope !== null,
    declaredScope,
    repository: null,
    licenses: [],
    funding: [],
  };
}
