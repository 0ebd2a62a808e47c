import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { repositoryRoot } from "../repository/root.ts";

export interface Statement {
  readonly purl: string;
  readonly repository: string;
  /** What says so. */
  readonly source: string;
}

const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  repository: z.union([z.string(), z.looseObject({ url: z.string() })]),
});

/** What published manifests that this repository has installed say of the repositories of packages, as `headwater push` reads them. */
export function statementsFor(purls: readonly string[]): readonly Statement[] {
  const known = installed();
  return purls.flatMap((purl) => {
    const name = /^pkg:npm\/(.+)@[^@]+$/.exec(purl)?.[1];
    const said = name === undefined ? undefined : known.get(decodeURIComponent(name));
    return said === undefined ? [] : [{ purl, ...said }];
  });
}

let read: ReadonlyMap<string, Omit<Statement, "purl">> | null = null;

function installed(): ReadonlyMap<string, Omit<Statement, "purl">> {
  return (read ??= new Map(manifests().flatMap((manifest) => said(manifest))));
}

function said(text: string): readonly (readonly [string, Omit<Statement, "purl">])[] {
  const manifest = Manifest.safeParse(JSON.parse(text));
  if (!manifest.success) return [];
  const { name, version, repository } = manifest.data;
  const url = typeof repository === "string" ? repository : repository.url;
  return [[name, { repository: url, source: `package.json of ${name} ${version}` }]];
}

function manifests(): readonly string[] {
  const store = join(repositoryRoot, "node_modules", ".pnpm");
  const folders = readdirSync(store)
    .sort()
    .map((name) => join(store, name, "node_modules"));
  return folders.flatMap((folder) =>
    readdirSafely(folder).flatMap((name) =>
      name.startsWith("@")
        ? readdirSafely(join(folder, name)).flatMap((inner) => manifest(join(folder, name, inner)))
        : manifest(join(folder, name)),
    ),
  );
}

function manifest(folder: string): readonly string[] {
  try {
    return [readFileSync(join(folder, "package.json"), "utf8")];
  } catch {
    // A folder of executables has none.
    return [];
  }
}

function readdirSafely(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A file of pnpm itself.
    return [];
  }
}
