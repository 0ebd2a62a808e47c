import type { Scope } from "@headwater/domain/usage";

/** A `[[package]]` of Cargo.lock. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** `registry+…`, `sparse+…`, `git+…#commit`; null for a folder: the company's own code. */
  readonly source: string | null;
  /** `name`, `name version` or `name version (source)`, as short as is unambiguous in the file. */
  readonly dependencies: readonly string[];
  /** `[replace]` of old: the package that stands in for this one. */
  readonly replace: string | null;
}

export interface CargoLock {
  readonly version: string;
  readonly packages: readonly LockedPackage[];
}

/** One line of a dependency table in Cargo.toml. */
export interface Declaration {
  /** The real name of the package, whatever it is renamed to. */
  readonly name: string;
  readonly requirement: string | null;
  readonly scope: Scope;
}

export interface Manifest {
  readonly path: string;
  readonly name: string | null;
  readonly version: string | null;
  /** crates.io would take it: it has a description and a licence, and does not say `publish = false`. */
  readonly publishable: boolean;
  readonly declarations: readonly Declaration[];
}
