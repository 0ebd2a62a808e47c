import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { release } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "headwater-release-"));
const bundle = join(folder, "apps", "api", "dist");
mkdirSync(bundle, { recursive: true });
writeFileSync(join(folder, "package.json"), '{"name":"headwater","version":"3.2.1"}');
writeFileSync(join(folder, "apps", "api", "package.json"), '{"name":"@headwater/api","version":"0.0.9"}');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (...words: readonly string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.com", ...words], {
    encoding: "utf8",
  }).trim();

it("is the product's own version, not that of a package, and has no commit without a history", () => {
  expect(release(bundle)).toEqual({ version: "3.2.1", commit: null });
});

it("names the commit of a branch, of a branch among the packed refs, and of no branch", () => {
  git("init", "-q", "-b", "main");
  expect(release(bundle).commit).toBeNull();
  git("commit", "-q", "--allow-empty", "-m", "First");
  const commit = git("rev-parse", "HEAD");
  expect(release(bundle).commit).toBe(commit);
  git("pack-refs", "--all");
  expect(release(bundle).commit).toBe(commit);
  git("checkout", "-q", "--detach");
  expect(release(bundle).commit).toBe(commit);
});

it("is unknown where nothing of the product lies above", () => {
  expect(release(tmpdir())).toEqual({ version: "unknown", commit: null });
});
