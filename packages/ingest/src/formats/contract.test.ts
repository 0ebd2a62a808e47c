import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Format } from "../format.ts";
import { checkInventory, formatOfFileName, formats, parseInventory } from "../index.ts";
import { mutationsPerFormat } from "../testing/env.ts";
import { mutate } from "../testing/index.ts";

const folderOf = (format: Format) => join(import.meta.dirname, format.name);

describe.each(formats.map((format) => ({ format, name: format.name })))("the format $name", ({ format }) => {
  const fixtures = fixturesOf(format);

  it("has a complete folder: parser, tests, description, and fixtures with source and licence", () => {
    const missing = ["index.ts", "parse.ts", "parse.test.ts", "README.md", "fixtures/SOURCES.md"].filter(
      (file) => !existsSync(join(folderOf(format), file)),
    );
    expect(missing).toEqual([]);
    expect(fixtures.length).toBeGreaterThan(0);
  });

  it("says the same of the same bytes, and says it in good order", () => {
    let read = 0;
    for (const { path, bytes } of fixtures) {
      const first = parseInventory({ path, bytes, format: format.name });
      expect([path, parseInventory({ path, bytes, format: format.name })]).toEqual([path, first]);
      expect([path, faultOf(first)]).toEqual([path, null]);
      if (first.kind === "inventory") read += 1;
    }
    expect(read).toBeGreaterThan(0);
  });

  it(`never throws and never breaks its promises on ${mutationsPerFormat} damaged files`, () => {
    for (let seed = 0; seed < mutationsPerFormat; seed += 1) {
      const fixture = fixtures[seed % fixtures.length];
      if (fixture === undefined) continue;
      const bytes = mutate(fixture.bytes, seed);
      const result = parseInventory({ path: fixture.path, bytes, format: format.name });
      expect([fixture.path, seed, faultOf(result)]).toEqual([fixture.path, seed, null]);
    }
  });

  it("is known by the name it is registered under", () => {
    expect(formats.filter((other) => other.name === format.name)).toEqual([format]);
  });
});

describe("a file's name", () => {
  it.each([
    ["bom.json", "cyclonedx-json"],
    ["build/app.cdx.json", "cyclonedx-json"],
    ["release.spdx.json", "spdx-json"],
    ["web\\package-lock.json", "npm-lock"],
    ["a/b/npm-shrinkwrap.json", "npm-lock"],
    ["pnpm-lock.yaml", "pnpm-lock"],
    ["Cargo.lock", "cargo-lock"],
    ["go.mod", "go-mod"],
    ["package.json", null],
    ["README.md", null],
  ])("%s tells the format %s", (path, name) => {
    expect(formatOfFileName(path)?.name ?? null).toBe(name);
  });
});

/** What an answer of the reader breaks of its promises, or null. */
function faultOf(result: ReturnType<typeof parseInventory>): string | null {
  if (result.kind === "inventory") return checkInventory(result.inventory);
  const { code, message, where } = result.refusal;
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(code)) return `the code ${code} is not kebab-case`;
  if (code === "inconsistent-inventory") return message;
  if (message.length <= 10) return "the message says nothing";
  return where === "" ? "the place is empty" : null;
}

interface Fixture {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Small inventories among the fixtures of a format: those that it reads, and those that it is meant to refuse. */
function fixturesOf(format: Format): readonly Fixture[] {
  const folder = join(folderOf(format), "fixtures");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 200_000)
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }))
    .filter(
      ({ path, bytes }) =>
        formatOfFileName(path) === format || format.recognises(new TextDecoder().decode(bytes)),
    );
}
