import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { repositoryRoot } from "../repository/root.ts";
import { parse } from "../tidy/syntax.ts";
import { runStep } from "../steps/step.ts";
import { carryOut, GeneratorRefusal, planOf } from "./index.ts";
import { pluralOf } from "./names.ts";

let copy = "";

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "headwater-new-"));
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function bring(path: string): void {
  cpSync(join(repositoryRoot, path), join(copy, path), { recursive: true, verbatimSymlinks: false });
}

/** A workspace of its own: sources copied, libraries linked, packages of the workspace linked to the copies. */
function bringPackages(...names: readonly string[]): void {
  bring("packages/tooling/tsconfig");
  for (const name of names) {
    const from = join(repositoryRoot, "packages", name);
    const to = join(copy, "packages", name);
    cpSync(from, to, { recursive: true, filter: (path) => !/[/\\](node_modules|fixtures)$/.test(path) });
    mkdirSync(join(to, "node_modules", "@headwater"), { recursive: true });
    for (const library of readdirSync(join(from, "node_modules")).filter(
      (one) => one !== "@headwater" && one !== ".bin",
    ))
      symlinkSync(join(from, "node_modules", library), join(to, "node_modules", library));
    for (const other of names)
      symlinkSync(join(copy, "packages", other), join(to, "node_modules", "@headwater", other));
  }
}

/** What the compiler says of the files that were written; what it says of others is not ours to judge here. */
async function complaints(project: string, written: readonly string[]): Promise<readonly string[]> {
  const args = ["--noEmit", "--pretty", "false", "-p", join(copy, "packages", project)];
  const { output } = await runStep({ name: "types", command: "tsc", args });
  const names = written
    .filter((path) => path.endsWith(".ts"))
    .map((path) => path.split("/").slice(-2).join("/"));
  return output.split("\n").filter((line) => names.some((name) => line.includes(name)));
}

const textOf = (path: string) => readFileSync(join(copy, path), "utf8");

test("a new format has every part of its family, stands in the registry, and compiles", async () => {
  const folder = "packages/ingest/src/formats/gradle-lock";
  bringPackages("domain", "ingest");
  const written = carryOut(copy, planOf(["format", "gradle-lock"]));
  expect(written).toContain(`${folder}/parse.test.ts`);
  expect(textOf("packages/ingest/src/registry.ts")).toContain(
    'import { gradleLock } from "./formats/gradle-lock/index.ts";',
  );
  expect(textOf("packages/ingest/src/registry.ts")).toMatch(
    /formats: readonly Format\[\] = \[[\s\S]*, gradleLock,?\s*\]/,
  );
  expect(await complaints("ingest", written)).toEqual([]);
});

test("a new operation and its contract compile against the packages as they are", async () => {
  bringPackages("domain", "contract", "ingest", "db", "operations");
  const written = carryOut(copy, planOf(["operation", "exchange-rate", "approve"]));
  expect(written).toEqual([
    "packages/contract/src/exchange-rates-approve.ts",
    "packages/operations/src/exchange-rates/approve.ts",
  ]);
  expect(await complaints("operations", written)).toEqual([]);
});

test("a new page stands in the site map, behind the sign-in", () => {
  bring("apps/web/src/routes.ts");
  carryOut(copy, planOf(["page", "commitment"]));
  const routes = textOf("apps/web/src/routes.ts");
  expect(routes).toContain('import("./pages/commitments/CommitmentsPage.tsx")');
  expect(routes).toMatch(/inside\.addChildren\(\[[^\]]*, commitments\]/);
  expect(parse(routes, "ts").kind).toBe("parsed");
  expect(parse(textOf("apps/web/src/pages/commitments/CommitmentsPage.tsx"), "tsx").kind).toBe("parsed");
});

test("what is there is never overwritten, and then nothing at all is written", () => {
  bring("packages/ingest/src/registry.ts");
  carryOut(copy, planOf(["format", "gradle-lock"]));
  const before = textOf("packages/ingest/src/registry.ts");
  expect(() => carryOut(copy, planOf(["format", "gradle-lock"]))).toThrow(/exists already/);
  expect(textOf("packages/ingest/src/registry.ts")).toBe(before);
});

test("without its registry a format is refused whole", () => {
  expect(() => carryOut(copy, planOf(["format", "gradle-lock"]))).toThrow(GeneratorRefusal);
  expect(existsSync(join(copy, "packages"))).toBe(false);
});

test.each([
  [["format", "GradleLock"]],
  [["format", "../x"]],
  [["format"]],
  [["operation", "product"]],
  [["page", "a", "b"]],
  [["screen", "a"]],
  [[]],
])("%j is refused with a sentence", (words) => {
  expect(() => planOf(words)).toThrow(GeneratorRefusal);
});

test.each([
  ["product", "products"],
  ["category", "categories"],
  ["day", "days"],
  ["batch", "batches"],
])("one %s, many %s", (one, many) => {
  expect(pluralOf(one)).toBe(many);
});
