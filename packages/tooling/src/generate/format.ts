import type { Name } from "./names.ts";
import type { Plan } from "./plan.ts";

const REGISTRY = "packages/ingest/src/registry.ts";

/** A format of inventories: its folder with every part of the family, and its line in the registry. */
export function formatPlan(name: Name): Plan {
  const folder = `packages/ingest/src/formats/${name.kebab}`;
  return {
    files: new Map([
      [`${folder}/index.ts`, indexText(name)],
      [`${folder}/parse.ts`, parseText(name)],
      [`${folder}/parse.test.ts`, testText(name)],
      [`${folder}/README.md`, readmeText(name)],
      [`${folder}/fixtures/SOURCES.md`, sourcesText(name)],
    ]),
    changes: [{ path: REGISTRY, change: (text) => registered(text, name) }],
  };
}

/** The import goes behind the others, the format to the end: it is tried after those that are known for longer. */
function registered(registry: string, name: Name): string {
  const list = /(export const formats[^=]*= \[)([^\]]*?),?(\s*)\]/;
  const lastImport = /(import[^\n]*formats\/[^\n]*\n)(?![\s\S]*import[^\n]*formats\/)/;
  if (!list.test(registry) || !lastImport.test(registry)) return registry;
  const line = `import { ${name.camel} } from "./formats/${name.kebab}/index.ts";\n`;
  return registry
    .replace(lastImport, (found) => found + line)
    .replace(
      list,
      (_all, open: string, members: string, space: string) => `${open}${members}, ${name.camel}${space}]`,
    );
}

function indexText(name: Name): string {
  return `import type { Format } from "../../format.ts";
import { parse } from "./parse.ts";

/** ${name.words}: say here which files beside it are read, and why. */
export const ${name.camel}: Format = {
  name: "${name.kebab}",
  title: "${name.words}",
  fileName: /^${name.kebab}$/,
  recognises: (text) => text.startsWith("${name.kebab}"),
  beside: [],
  parse,
};
`;
}

function parseText(name: Name): string {
  return `import type { ParseResult } from "@headwater/domain/usage";
import type { InventoryFile } from "../../format.ts";
import { refuse } from "../../refuse.ts";

/** Reads ${name.words}. Until it can read a file it refuses it: an empty inventory would say that nothing is used. */
export function parse({ path }: InventoryFile): ParseResult {
  return refuse("not-an-inventory", \`\${path} is not in the format ${name.kebab}.\`, null);
}
`;
}

function testText(name: Name): string {
  return `import { expect, test } from "vitest";
import { parse } from "./parse.ts";

test("a text that is no ${name.words} is refused with a code, and nothing of it is used", () => {
  const result = parse({ path: "note.txt", text: "a note", beside: new Map() });
  expect(result).toMatchObject({ kind: "refused", refusal: { code: "not-an-inventory" } });
});
`;
}

function readmeText(name: Name): string {
  return `# ${name.words}

What the file is, which program writes it, and where its format is described (with the section).

## What is read
Components, scopes, directness and edges: from which fields, and what is approximated.

## What differs from other readers
Each difference to the expected results of the fixtures, with its reason.
`;
}

function sourcesText(name: Name): string {
  return `# Fixtures of ${name.words}

| file | from | licence |
|---|---|---|
`;
}
