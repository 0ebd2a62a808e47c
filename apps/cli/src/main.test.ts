import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { valueAt } from "./testing/installation.ts";
import { headwater } from "./testing/run.ts";

const manifest: unknown = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
const version = String(valueAt(manifest, "version"));

it("says which Headwater this is, in a line and as JSON", async () => {
  const line = await headwater(["--version"]);
  expect([line.status, line.stderr]).toEqual([0, ""]);
  expect(line.stdout).toMatch(/^headwater \d+\.\d+\.\d+\S*( \(commit [0-9a-f]{40,64}\))?\n$/);
  expect(line.stdout.startsWith(`headwater ${version}`)).toBe(true);
  const json: unknown = JSON.parse((await headwater(["--version", "--json"])).stdout);
  expect(json).toMatchObject({ version });
});

it("has no command that it does not name, and says where to look", async () => {
  const { status, stdout, stderr } = await headwater(["dance"]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^headwater: There is no command "dance"\. See headwater --help\.\n$/);
});
