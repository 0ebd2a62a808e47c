import type { PackageStatement } from "@headwater/contract/products";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readInside } from "../inventories/beside.ts";
import { statement, type Asked } from "./statement.ts";

/** The manifests of crates whose sources cargo has fetched, and of vendored ones beside the lockfile. */
export async function cargoStatements({
  folder,
  components,
  environment,
}: Asked): Promise<readonly PackageStatement[]> {
  const registry = join(environment.cargoHome, "registry", "src");
  const indexes = await readdir(registry).catch(() => []);
  const roots = [
    { root: folder, shown: "vendor", inside: "vendor" },
    ...indexes.map((index) => ({ root: join(registry, index), shown: "cargo registry", inside: "" })),
  ];
  const found: PackageStatement[] = [];
  for (const component of components) {
    const crate = `${component.name}-${component.version}`;
    for (const { root, shown, inside } of roots) {
      const text = await firstText(
        root,
        inside === ""
          ? [`${crate}/Cargo.toml`]
          : [`${inside}/${crate}/Cargo.toml`, `${inside}/${component.name}/Cargo.toml`],
      );
      const stated =
        text === null ? null : statement(component, `${shown}/${crate}/Cargo.toml`, repositoryOf(text), []);
      if (stated === null) continue;
      found.push(stated);
      break;
    }
  }
  return found;
}

async function firstText(root: string, paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const text = await readInside(root, path);
    if (text !== null) return text;
  }
  return null;
}

/** cargo writes published manifests in one form: a key a line, tables apart. */
function repositoryOf(manifest: string): string | null {
  const table = /^\[package\]\s*$([\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(manifest)?.[1] ?? "";
  return /^repository\s*=\s*"([^"\\]+)"/m.exec(table)?.[1] ?? null;
}
