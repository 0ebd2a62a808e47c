import type { Finding, Tree } from "../repository.ts";

interface Family {
  readonly folder: string;
  readonly parts: readonly string[];
  readonly registry: string;
}

/** Things that come in many: a folder each, with the same names inside, and a line in a registry. */
const families: readonly Family[] = [
  {
    folder: "packages/ingest/src/formats",
    parts: ["index.ts", "parse.ts", "parse.test.ts", "README.md", "fixtures"],
    registry: "packages/ingest/src/registry.ts",
  },
];

/** Whoever has read one member of a family knows where to look in all others. */
export function familiesComplete(tree: Tree): readonly Finding[] {
  return families.flatMap((family) =>
    members(tree, family).flatMap((name) => incomplete(tree, family, name)),
  );
}

function members(tree: Tree, family: Family): readonly string[] {
  const inside = new RegExp(`^${family.folder}/([^/]+)/`);
  const found = tree.files.map((file) => inside.exec(file.path)?.[1]).filter((name) => name !== undefined);
  return [...new Set(found)];
}

function incomplete(tree: Tree, family: Family, name: string): readonly Finding[] {
  const path = `${family.folder}/${name}`;
  const missing = family.parts.filter((part) => !tree.has(`${path}/${part}`));
  const registry = tree.files.find((file) => file.path === family.registry)?.text ?? "";
  const registered = registry.includes(`/${name}/`);
  return [
    ...missing.map((part) => finding(path, `${part} is missing`)),
    ...(registered ? [] : [finding(path, `has no line in ${family.registry}`)]),
  ];
}

function finding(path: string, message: string): Finding {
  return { rule: "families", path, line: null, message };
}
