import type { PackageStatement } from "@headwater/contract/products";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Environment } from "../env.ts";
import { readInside } from "../inventories/beside.ts";
import { statement, type Asked } from "./statement.ts";
import { isRecord, recordOf } from "./record.ts";

/** What Go's module cache keeps of where a version came from (`Origin.URL` of its .info file; go help mod download). */
export async function goStatements({ components, environment }: Asked): Promise<readonly PackageStatement[]> {
  const cache = join(environment.goModuleCache, "cache", "download");
  const found: PackageStatement[] = [];
  for (const component of components) {
    const path = `${escaped(component.name)}/@v/${escaped(component.version ?? "")}.info`;
    const origin = recordOf(await readInside(cache, path))?.["Origin"];
    const stated =
      isRecord(origin) && origin["VCS"] === "git"
        ? statement(component, `go module cache/${path}`, origin["URL"], [])
        : null;
    if (stated !== null) found.push(stated);
  }
  return found;
}

/** Capitals are written `!x` in the cache, so that it works where file names ignore case (golang.org/x/mod/module). */
function escaped(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** Output of `go mod graph`, from what is on this machine alone; null where go is missing or its cache does not suffice. */
export async function moduleGraph(folder: string, environment: Environment): Promise<string | null> {
  const env = {
    ...environment.all,
    GOPROXY: "off",
    GOFLAGS: "-mod=readonly",
    GOTOOLCHAIN: "local",
    GOWORK: "off",
  };
  try {
    const { stdout } = await promisify(execFile)("go", ["mod", "graph"], {
      cwd: folder,
      env,
      timeout: 20_000,
      maxBuffer: 64_000_000,
    });
    return stdout.trim() === "" ? null : stdout;
  } catch {
    // Without the graph the file is read as modelled, which the result says.
    return null;
  }
}
