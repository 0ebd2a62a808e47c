import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toolEnvironment } from "../repository/env.ts";
import { repositoryRoot } from "../repository/root.ts";

/** Faults by file, with the rule that must find each. The folders decide which rules hold. */
const seeded: readonly (readonly [path: string, text: string, rule: string])[] = [
  ["packages/domain/src/clock.ts", "export const today = () => Date.now();", "no-ambient-input"],
  ["packages/domain/src/random.ts", "export const pick = () => Math.random();", "no-ambient-input"],
  ["packages/ingest/src/date.ts", "export const taken = () => new Date();", "no-ambient-input"],
  ["packages/db/src/as.ts", "export const one = (x: unknown) => [x as string];", "no-type-assertion"],
  ["packages/db/src/any.ts", "export const one = (x: any) => [x];", "no-explicit-any"],
  ["packages/db/src/bang.ts", "export const one = (x: string | null) => x!.length;", "no-non-null-assertion"],
  ["packages/db/src/ignore.ts", "// @ts-ignore\nexport const one: string = 1;", "ban-ts-comment"],
  ["packages/db/src/log.ts", "console.log(1);\nexport const one = 1;", "no-console"],
  ["packages/db/src/port.ts", "export const port = process.env['PORT'];", "no-process-env"],
  ["packages/db/src/catch.ts", "export function f() { try { f(); } catch {} }", "no-empty"],
  ["packages/db/src/a.ts", 'import { b } from "./b.ts";\nexport const a = () => b;', "no-cycle"],
  [
    "packages/db/src/floating.ts",
    "const f = async () => 1;\nexport function g() { f(); }",
    "no-floating-promises",
  ],
  [
    "apps/web/src/props.tsx",
    "export const A = ({ name }: { name: string }) => <p>{name}</p>;",
    "no-destructure",
  ],
  ["apps/web/src/class.tsx", 'export const A = () => <p className="a">a</p>;', "no-react-specific-props"],
  [
    "apps/web/src/map.tsx",
    "export const A = (props: { a: string[] }) => <p>{props.a.map((x) => <b>{x}</b>)}</p>;",
    "prefer-for",
  ],
  [
    "apps/web/src/early.tsx",
    "export function A(props: { a: string }) { if (props.a) return null; return <p>{props.a}</p>; }",
    "components-return-once",
  ],
];

/** What looks like a fault and is none. */
const accepted: readonly (readonly [path: string, text: string])[] = [
  ["packages/db/src/b.ts", 'import { a } from "./a.ts";\nexport const b = a;'],
  ["packages/domain/src/given.ts", "export const year = (at: number) => new Date(at).getUTCFullYear();"],
  [
    "packages/domain/src/brand.ts",
    'export type Day = string & { readonly day: "day" };\nexport const day = (text: string): Day => text as Day;',
  ],
  ["packages/domain/src/kinds.ts", 'export const kinds = ["code", "review"] as const;'],
  [
    "apps/api/src/env.ts",
    "declare const process: { env: Record<string, string> };\nexport const port = process.env['PORT'];",
  ],
];

let folder = "";
let report = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "headwater-lint-"));
  for (const [path, text] of [...seeded, ...accepted]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  cpSync(join(repositoryRoot, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  cpSync(join(repositoryRoot, "packages/tooling/src/lint"), join(folder, "packages/tooling/src/lint"), {
    recursive: true,
  });
  const compilerOptions = {
    strict: true,
    target: "ES2023",
    module: "NodeNext",
    jsx: "preserve",
    types: [],
    noEmit: true,
    allowImportingTsExtensions: true,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["packages/*/src", "apps/*/src"] }),
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  symlinkSync(join(repositoryRoot, "node_modules"), join(folder, "node_modules"));
  execFileSync("git", ["init", "-q", folder]);
  const done = spawnSync("oxlint", ["--format=unix", "packages", "apps"], {
    cwd: folder,
    env: toolEnvironment(),
    encoding: "utf8",
  });
  report = done.stdout + done.stderr;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(seeded)("in %s the linter finds %j by %s", (path, _text, rule) => {
  expect(report.split("\n").filter((line) => line.includes(path) && line.includes(rule))).not.toEqual([]);
});

test.each(accepted)("in %s nothing is found beyond the cycle that a.ts closes", (path) => {
  const lines = report.split("\n").filter((line) => line.includes(path) && !line.includes("no-cycle"));
  expect(lines).toEqual([]);
});
