import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testServer, type TestServer } from "./server.ts";

/** The server with pages to serve: a start page, one script, and a file beside their folder that nobody may have. */
export async function serverWithPages(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "headwater-pages-"));
  mkdirSync(join(folder, "web/assets"), { recursive: true });
  writeFileSync(join(folder, "web/index.html"), "<!doctype html><title>Headwater</title>");
  writeFileSync(join(folder, "web/assets/app-1.js"), "export {};");
  writeFileSync(join(folder, "beside.txt"), "outside of the folder");
  const server = await testServer({ webFolder: join(folder, "web") });
  return {
    ...server,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
