import type { PackageStatement } from "@headwater/contract/products";
import { packageKeyOf, type Component } from "@headwater/domain/usage";
import type { Environment } from "../env.ts";

/** Packages of one inventory that a reader of evidence looks up. Each package stands once, with one of its versions. */
export interface Asked {
  /** Folder of the inventory. */
  readonly folder: string;
  readonly components: readonly Component[];
  readonly environment: Environment;
}

/** Reads what an ecosystem keeps on this machine about the packages asked for; a package that nothing is known of is left out. */
export type EvidenceReader = (asked: Asked) => Promise<readonly PackageStatement[]>;

/** A statement within the bounds of the machine interface; null where nothing is stated. */
export function statement(
  component: Component,
  source: string,
  repository: unknown,
  funding: readonly unknown[],
): PackageStatement | null {
  const stated =
    typeof repository === "string" && repository.trim() !== "" && repository.length <= 2_000
      ? repository.trim()
      : null;
  const urls = funding
    .filter((url) => typeof url === "string" && url !== "" && url.length <= 2_000)
    .slice(0, 20);
  if (stated === null && urls.length === 0) return null;
  return {
    purl: packageKeyOf(component),
    repository: stated,
    funding: urls.filter((url) => typeof url === "string"),
    source: source.slice(0, 500),
  };
}
