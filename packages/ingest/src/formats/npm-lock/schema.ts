/**
 * What a `packages` entry, a manifest or a version 1 entry says that matters here, whatever wrote it down. Of the
 * dependencies only the names: the ranges say what was asked for, the tree says what was installed.
 */
export interface PackageEntry {
  readonly name: string | null;
  readonly version: string | null;
  readonly resolved: string | null;
  readonly dev: boolean;
  readonly optional: boolean;
  readonly devOptional: boolean;
  readonly link: boolean;
  readonly extraneous: boolean;
  readonly licenses: readonly string[];
  readonly funding: readonly string[];
  readonly dependencies: readonly string[];
  readonly optionalDependencies: readonly string[];
  readonly devDependencies: readonly string[];
  readonly peerDependencies: readonly string[];
  /** Peers that `peerDependenciesMeta` calls optional. */
  readonly optionalPeers: ReadonlySet<string>;
}

/** A folder in some node_modules, as `packages` (version 2, 3) or the nested `dependencies` (version 1) state it. */
export interface Install {
  /** `node_modules/a/node_modules/@b/c` */
  readonly path: string;
  /** The folder whose node_modules holds it: `node_modules/a`, empty for the root. */
  readonly holder: string;
  /** Name under which others find it: `@b/c`; an alias where it differs from the package's own name. */
  readonly folder: string;
  readonly entry: PackageEntry;
  /** What a resolution that ends here means: a component (its index), or own code. */
  readonly target: number;
}

export const OWN_CODE = -1;

/** Own code: the root (path empty) or a workspace member. */
export interface OwnFolder {
  readonly path: string;
  readonly entry: PackageEntry;
}

/** The file as a tree of installs, the same for all versions. */
export interface InstallTree {
  /** Components first come first numbered: `components[install.target]` is the install. */
  readonly components: readonly Install[];
  /** Links and installs of own code, which resolution must find too. */
  readonly links: readonly Install[];
  readonly root: OwnFolder | null;
  readonly members: readonly OwnFolder[];
}
