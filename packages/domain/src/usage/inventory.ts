/**
 * What one inventory file (SBOM, lockfile) says, before anything is decided about it.
 * Parsers of packages/ingest produce it, flow and storage read it. It is plain data and crosses worker threads.
 */

/** What a component is needed for. `test` and `build` are kept apart from `dev` where a file says so. */
export type Scope = "runtime" | "dev" | "optional" | "build" | "test";

/**
 * How far the file's graph can be trusted (product.md, "What files say"):
 * `graph` edges as given · `list` no usable edges, everything hangs on the root, directness unknown ·
 * `flat` OS packages of an image · `modelled` direct and indirect known, not who needs whom (go.mod).
 */
export type GraphShape = "graph" | "list" | "flat" | "modelled";

export interface Component {
  /** Unique in the file. */
  readonly ref: string;
  /** Canonical package URL with version (ECMA-427), or null where the file names no package that can be identified. */
  readonly purl: string | null;
  /** Full name in its ecosystem: `@babel/core`, `org.slf4j:slf4j-api`, `golang.org/x/net`. */
  readonly name: string;
  readonly version: string | null;
  readonly scope: Scope;
  /** null: the file cannot tell. */
  readonly direct: boolean | null;
  /** Scope with which the company's own code declares it, where direct; it gives the unit (product.md, flow 3). */
  readonly declaredScope: Scope | null;
  /** Repository address as the file states it, unchanged; null where it states none. */
  readonly repository: string | null;
  readonly licenses: readonly string[];
  /** Addresses under which the file says that the package can be funded. */
  readonly funding: readonly string[];
}

/** The described software itself, and members of its workspace: the company's own, never components. */
export interface InventoryRoot {
  readonly ref: string;
  readonly name: string | null;
  readonly version: string | null;
  readonly purl: string | null;
}

export type ProblemSeverity = "info" | "warning" | "error";

/** Something that a parser dropped, approximated or could not tell. Never thrown, always kept with the result. */
export interface Problem {
  readonly severity: ProblemSeverity;
  /** Closed, kebab-case, stable: users filter by it. */
  readonly code: string;
  readonly message: string;
  /** Line, JSON pointer or row; null where the whole file is meant. */
  readonly where: string | null;
}

export interface Inventory {
  readonly format: string;
  readonly formatVersion: string;
  readonly root: InventoryRoot | null;
  /** Workspace members other than the root: merged into it, kept by name so that they can be shown. */
  readonly members: readonly InventoryRoot[];
  readonly components: readonly Component[];
  /**
   * Flat pairs [from, to, from, to, …] of indices into `components`: `from` needs `to`.
   * ROOT_INDEX as `from` stands for the root and its members. Unique pairs.
   */
  readonly edges: Int32Array;
  readonly shape: GraphShape;
  readonly problems: readonly Problem[];
}

export const ROOT_INDEX = -1;

/** A file that is refused as a whole: nothing of it is used. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly where: string | null;
}

export type ParseResult =
  | { readonly kind: "inventory"; readonly inventory: Inventory }
  | { readonly kind: "refused"; readonly refusal: Refusal };
