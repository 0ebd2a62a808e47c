import { describe, expect, test } from "vitest";
import { findingLine, tidyRules } from "./index.ts";
import { treeOf } from "./repository.ts";
import { quantile } from "./rules/length.ts";

/** Runs one rule on a tree of the given files and returns its findings as printed. */
function findings(rule: string, files: Readonly<Record<string, string>>): readonly string[] {
  const tree = treeOf(
    Object.entries(files).map(([path, text]) => ({ path, text, bytes: Buffer.byteLength(text) })),
  );
  return tidyRules.get(rule)?.(tree).map(findingLine) ?? ["no such rule"];
}

const lines = (count: number) => "//\n".repeat(count);

describe("length", () => {
  test.each([
    ["a file of 400 lines", { "a.ts": lines(400) }, 0],
    ["a file of 401 lines", { "a.ts": lines(401) }, 1],
    ["a function of 80 lines", { "a.ts": `function f() {\n${lines(78)}}\n` }, 0],
    ["a function of 81 lines", { "a.ts": `function f() {\n${lines(79)}}\n` }, 1],
    ["an arrow function of 81 lines", { "a.ts": `const f = () => {\n${lines(79)}};\n` }, 1],
    ["a long callback in a test", { "a.test.ts": `test("x", () => {\n${lines(90)}});\n` }, 0],
    ["a long fixture", { "fixtures/a.ts": lines(900) }, 0],
  ])("%s has findings as stated", (_what, files, count) => {
    expect(findings("length", files)).toHaveLength(count);
  });

  test("a quantile is a member of the list", () => {
    expect(quantile([9, 1, 5], 0.5)).toBe(5);
    expect(quantile([], 0.9)).toBe(0);
  });
});

describe("names", () => {
  test.each([
    ["packages/db/src/utils.ts", "", 1],
    ["packages/db/src/common/clock.ts", "", 1],
    ["packages/db/src/old-clock.ts", "", 1],
    ["packages/db/src/clock-next.ts", "", 1],
    ["packages/db/src/clock2.ts", "", 1],
    ["packages/db/src/oauth2.ts", "", 0],
    ["packages/db/src/household.ts", "", 0],
    ["a.ts", "export const ProductSchema = 1;", 1],
    ["a.ts", "export class LedgerManager {}", 1],
    ["a.ts", "export interface ProductDto {}", 1],
    ["a.ts", "const ProductSchema = 1; export const Product = ProductSchema;", 0],
    ["a.ts", "export function readSchema() {}", 1],
  ])("%s %s", (path, text, count) => {
    expect(findings("names", { [path]: text })).toHaveLength(count);
  });
});

describe("words", () => {
  test.each([
    ["docs/a.md", "This project is unfunded.", 1],
    ["docs/a.md", "We never say `unfunded`.", 0],
    ["docs/a.md", "```\nrisky\n```\n", 0],
    ["docs/a.md", "The Bus Factor", 1],
    ["docs/a.md", "Done \u{1F389}", 1],
    ["docs/a.md", "−3 ↑40 → ✓ ©", 0],
    ["apps/web/src/a.tsx", "export const A = () => <p>An abandoned project</p>;", 1],
    ["apps/web/src/a.tsx", "export const a = `a suspicious ${1}`;", 1],
    ["apps/web/src/a.ts", "// risky\nexport const a = 1;", 0],
    ["apps/web/src/a.test.ts", "expect(page).not.toContain('risky');", 0],
  ])("%s: %s", (path, text, count) => {
    expect(findings("words", { [path]: text })).toHaveLength(count);
  });
});

test("process.env is found outside env.ts, and only there", () => {
  expect(findings("environment", { "apps/api/src/env.ts": "process.env.PORT;" })).toEqual([]);
  expect(findings("environment", { "apps/api/src/main.ts": "\nconst { PORT } = process.env;" })).toEqual([
    "apps/api/src/main.ts:2 process.env is read in env.ts only (environment)",
  ]);
});

test("a test that is left out needs a reason, and one that stands alone is never kept", () => {
  expect(findings("tests", { "a.test.ts": "test.skip('x', f);" })).toHaveLength(1);
  expect(
    findings("tests", { "a.test.ts": "// The server is not there offline.\ntest.skip('x', f);" }),
  ).toEqual([]);
  expect(findings("tests", { "a.test.ts": "// Only this one now.\ntest.only('x', f);" })).toHaveLength(1);
  expect(findings("tests", { "a.test.ts": "test.skipIf(noBrowser)('x', f);" })).toEqual([]);
});

describe("documents", () => {
  test("a cited path or a link that leads nowhere is found", () => {
    const files = {
      "docs/how/a.md": "`packages/db/gone.ts` and [b](b.md) and [c](../c.md)",
      "docs/how/b.md": "",
    };
    expect(findings("documents", files)).toEqual([
      "docs/how/a.md:1 packages/db/gone.ts does not exist (documents)",
      "docs/how/a.md:1 docs/c.md does not exist (documents)",
    ]);
  });

  test("a cited folder is found through the files in it", () => {
    expect(findings("documents", { "README.md": "`docs/how/`", "docs/how/b.md": "" })).toEqual([]);
  });

  test("code that does not parse is found, code that does is not", () => {
    expect(findings("documents", { "a.md": "```ts\nconst a: number = 1;\n```\n" })).toEqual([]);
    expect(findings("documents", { "a.md": "text\n```ts\nconst a: = 1;\n```\n" })).toHaveLength(1);
  });
});

test("a format without its parts or its line in the registry is incomplete", () => {
  const folder = "packages/ingest/src/formats/go-mod";
  const parts = { [`${folder}/index.ts`]: "", [`${folder}/parse.ts`]: "", [`${folder}/parse.test.ts`]: "" };
  const rest = { [`${folder}/README.md`]: "", [`${folder}/fixtures/go.mod`]: "" };
  const registry = {
    "packages/ingest/src/registry.ts": 'import { goMod } from "./formats/go-mod/index.ts";',
  };
  expect(findings("families", { ...parts, ...rest, ...registry })).toEqual([]);
  expect(findings("families", { ...parts, ...registry })).toHaveLength(2);
  expect(findings("families", { ...parts, ...rest })).toHaveLength(1);
});

test("the tree names no machine and no registry, and holds nothing huge", () => {
  const host = ["registry", "npmjs", "org"].join(".");
  expect(findings("machine", { "a.json": `"https://${host}/x"` })).toHaveLength(1);
  expect(findings("machine", { "a.md": ["see ", "root", "x"].join("/") })).toHaveLength(1);
  expect(findings("machine", { "a.md": "https://example.com/root/x and ./work/x" })).toEqual([]);
  const huge = treeOf([{ path: "a.bin", bytes: 1_000_001, text: null }]);
  expect(tidyRules.get("machine")?.(huge)).toHaveLength(1);
});

test("each dependency has its line, and each line its dependency", () => {
  const manifest = {
    "packages/db/package.json": '{ "dependencies": { "pg": "1", "@x/y": "1", "@headwater/domain": "1" } }',
  };
  const list = (rows: string) => ({ "docs/dependencies.md": `## Used at run time\n${rows}` });
  expect(findings("dependencies", { ...manifest, ...list("| `pg` | why |\n| `@x/*` | why |\n") })).toEqual(
    [],
  );
  expect(findings("dependencies", { ...manifest, ...list("| `pg` | why |\n") })).toHaveLength(1);
  expect(
    findings("dependencies", {
      ...manifest,
      ...list("| `pg` | why |\n| `@x/y` | why |\n| `left-pad` | why |\n"),
    }),
  ).toEqual(["docs/dependencies.md left-pad is used by nothing (dependencies)"]);
});

test.each([
  ["apps/web/src/a.ts", 'import type { R } from "@headwater/api/router";', 0],
  ["apps/web/src/a.ts", 'import { r } from "@headwater/api/router";', 1],
  ["packages/operations/src/a.ts", 'import { sql } from "drizzle-orm";', 0],
  ["apps/cli/src/a.ts", 'import { sql } from "drizzle-orm/pg-core";', 1],
  ["apps/api/src/routers/a.ts", 'import pg from "pg";', 1],
  ["packages/ui/src/charts/a.ts", "new Intl.NumberFormat();", 1],
  ["packages/ui/src/format/money.ts", "new Intl.NumberFormat();", 0],
  ["apps/web/src/a.ts", "x.toLocaleString();", 1],
])("layers: %s %s", (path, text, count) => {
  expect(findings("layers", { [path]: text })).toHaveLength(count);
});
