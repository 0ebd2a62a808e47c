import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { build } from "vite";
import { inProduction } from "./env.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder with the built pages. */
    builtPages: string;
  }
}

/** Builds the pages as they are shipped, into a folder of their own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "headwater-pages-"));
  const root = fileURLToPath(new URL("../..", import.meta.url));
  // The test runner's own NODE_ENV would leave what only developers are told in the pages.
  await inProduction(() =>
    build({ root, mode: "production", logLevel: "warn", build: { outDir: folder, emptyOutDir: true } }),
  );
  project.provide("builtPages", folder);
  return () => rm(folder, { recursive: true, force: true });
}
