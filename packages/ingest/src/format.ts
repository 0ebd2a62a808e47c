import type { InventoryRoot, ParseResult } from "@headwater/domain/usage";

/** One inventory as text, with the texts that lie beside it (path relative to the inventory's folder → text). */
export interface InventoryFile {
  readonly path: string;
  readonly text: string;
  readonly beside: ReadonlyMap<string, string>;
}

/**
 * A format of inventories. Each is a folder in formats/ and a line in registry.ts.
 * `parse` is pure and never throws on bad input: it refuses the file or keeps what can be used and lists problems.
 */
export interface Format {
  /** Stable name: `npm-lock`, `pnpm-lock`, `cargo-lock`, `go-mod`, `cyclonedx-json`, `spdx-json`. */
  readonly name: string;
  readonly title: string;
  /** Matches the last part of the path of files that are this format by name, e.g. /^package-lock\.json$/. */
  readonly fileName: RegExp;
  /** True when the text itself shows this format, whatever its name is. Cheap: looks at the head or at a few keys. */
  readonly recognises: (text: string) => boolean;
  /** Which files beside the inventory it reads, as globs relative to its folder (`Cargo.toml`, `**\/Cargo.toml`). */
  readonly beside: readonly string[];
  /** Path of a member's manifest, where the format reads those of the members that the file itself names. */
  readonly memberManifest?: (member: InventoryRoot) => string;
  readonly parse: (file: InventoryFile) => ParseResult;
}
