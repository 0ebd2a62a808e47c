import type { Scope } from "@headwater/domain/usage";

/** A package as a lockfile's reader found it, before equal installs are merged and reach is known. */
export interface DraftComponent {
  readonly ref: string;
  readonly purl: string | null;
  readonly name: string;
  readonly version: string | null;
  /** null: the file does not say, so that the scope follows from who reaches the package. */
  readonly statedScope: Scope | null;
  /** The file says that only optional edges lead here. Where the scope follows from reach, runtime becomes optional. */
  readonly optionalOnly: boolean;
  readonly repository: string | null;
  readonly licenses: readonly string[];
  readonly funding: readonly string[];
}

/** What a reader hands to `assemble`. */
export interface Draft {
  readonly nodes: readonly DraftComponent[];
  /** Flat pairs [from, to, …] of node indices, `from` may be ROOT_INDEX. Pairs may repeat. */
  readonly edges: readonly number[];
  /** For each node the strongest scope with which the company's own code declares it; null: it does not. */
  readonly declared: readonly (Scope | null)[];
}

/** Shared by all components that state nothing, so that a large file allocates no empty arrays. */
export const NOTHING_STATED: readonly string[] = Object.freeze([]);
