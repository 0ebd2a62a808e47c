import type { PackageStatement } from "@headwater/contract/products";
import type { Component } from "@headwater/domain/usage";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readInside } from "../inventories/beside.ts";
import { statement, type Asked } from "./statement.ts";
import { isRecord, recordOf } from "./record.ts";

/** The package.json files under node_modules: `repository` and `funding` as npm documents them. */
export async function npmStatements({ folder, components }: Asked): Promise<readonly PackageStatement[]> {
  const installed = await readdir(join(folder, "node_modules")).catch(() => null);
  if (installed === null) return [];
  const stores = await pnpmStores(folder);
  const found: PackageStatement[] = [];
  for (const component of components) {
    const stated = await stateOf(folder, component, stores);
    if (stated !== null) found.push(stated);
  }
  return found;
}

async function stateOf(
  folder: string,
  component: Component,
  stores: ReadonlyMap<string, string>,
): Promise<PackageStatement | null> {
  for (const path of placesOf(component, stores)) {
    const source = `${path}/package.json`;
    const manifest = recordOf(await readInside(folder, source));
    if (manifest?.["name"] !== component.name) continue;
    return statement(component, source, repositoryOf(manifest["repository"]), fundingOf(manifest["funding"]));
  }
  return null;
}

/** npm's lockfile names the place as the ref; pnpm keeps each version in a store of its own; else the hoisted place. */
function placesOf({ ref, name, version }: Component, stores: ReadonlyMap<string, string>): string[] {
  const store = stores.get(`${name}@${version}`);
  return [
    ...(/(?:^|\/)node_modules\//.test(ref) ? [ref] : []),
    ...(store === undefined ? [] : [`node_modules/.pnpm/${store}/node_modules/${name}`]),
    `node_modules/${name}`,
  ];
}

/** `@babel+core@7.29.0_peer@1.0.0` is a place of @babel/core@7.29.0. */
async function pnpmStores(folder: string): Promise<ReadonlyMap<string, string>> {
  const stores = new Map<string, string>();
  for (const name of await readdir(join(folder, "node_modules", ".pnpm")).catch(() => [])) {
    const match = /^(@[^+@]+\+)?([^@]+)@([^_(]+)/.exec(name);
    if (match !== null)
      stores.set(`${(match[1] ?? "").replace("+", "/")}${match[2] ?? ""}@${match[3] ?? ""}`, name);
  }
  return stores;
}

function repositoryOf(stated: unknown): unknown {
  return isRecord(stated) ? stated["url"] : stated;
}

function fundingOf(stated: unknown): unknown[] {
  return (Array.isArray(stated) ? stated : [stated]).map((one: unknown) =>
    isRecord(one) ? one["url"] : one,
  );
}
