import type { ForeignSource } from "../../lockfile/git-source.ts";
import { archiveSource, gitSource } from "../../lockfile/git-source.ts";
import type { PackageEntry } from "./schema.ts";

/** Where a package comes from if not from a registry; null for the registry. */
export function foreignSource(resolved: string | null): ForeignSource | null {
  if (resolved === null) return null;
  // Every registry serves its archives below `/-/`; this is the usual case and must stay cheap.
  if (resolved.startsWith("http") && resolved.includes("/-/")) return null;
  return gitSource(resolved) ?? archiveSource(resolved);
}

/** True for `file:` folders, which are the company's own code; a `file:` archive is a package like any other. */
export function isOwnFolder({ resolved }: PackageEntry): boolean {
  return resolved !== null && resolved.startsWith("file:") && !isArchive(resolved);
}

function isArchive(address: string): boolean {
  return address.endsWith(".tgz") || address.endsWith(".tar.gz") || address.endsWith(".tar");
}
