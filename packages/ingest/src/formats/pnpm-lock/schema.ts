/**
 * What both readers (reader-lines.ts and reader-yaml.ts) tell about the YAML: mappings nested in mappings, all scalars as text.
 * `line` counts from 1. Lists are never told of: nothing in a lockfile that matters here is one.
 */
export interface LockListener {
  /** A key whose value is a mapping (or nothing). False: its content is of no interest and may be skipped. */
  readonly open: (depth: number, key: string, line: number) => boolean;
  readonly scalar: (depth: number, key: string, value: string, line: number) => void;
}

export type DependencyKind = "dependencies" | "optionalDependencies" | "devDependencies";

/** name → reference, as written: `1.0.0(peer@2.0.0)`, `link:../a`, `/real@1.0.0`, `real@1.0.0`. */
export type References = Map<string, string>;

export interface Importer {
  readonly path: string;
  readonly line: number;
  readonly references: Record<DependencyKind, References | null>;
}

/** An entry of `packages` or of `snapshots`; fields that are not stated are null. */
export interface LockEntry {
  readonly key: string;
  /** Its place among the entries of its section, from 0. */
  readonly ordinal: number;
  readonly line: number;
  name: string | null;
  version: string | null;
  dev: string | null;
  optional: string | null;
  dependencies: References | null;
  optionalDependencies: References | null;
  /** `resolution`: tarball address, repository and commit, or directory. */
  tarball: string | null;
  repo: string | null;
  commit: string | null;
  directory: string | null;
}

export interface Lock {
  readonly version: string | null;
  readonly shrinkwrapVersion: string | null;
  readonly importers: readonly Importer[];
  readonly packages: ReadonlyMap<string, LockEntry>;
  /** null before version 9, where `packages` holds the edges too. */
  readonly snapshots: ReadonlyMap<string, LockEntry> | null;
  readonly sections: number;
}
