import { firstPartyTest, ownPackages } from "@headwater/domain/mapping";
import { parsePattern } from "@headwater/domain/package";
import { Failure } from "../command.ts";
import type { PortfolioProduct } from "../inventories/portfolio.ts";

/**
 * Which packages are the company's own although a lockfile took them from a registry: an older version of a workspace
 * member, a package of one product in another. What the inventories show, and what `patterns` name. A test for versionless purls.
 */
export function ownCode(
  products: readonly PortfolioProduct[],
  patterns: readonly string[],
): (purl: string) => boolean {
  const inventories = products.flatMap(({ sources }) =>
    sources.flatMap((source) => (source.kind === "refused" ? [] : [source.inventory])),
  );
  const own = new Set(inventories.flatMap((inventory) => [...ownPackages(inventory)]));
  return firstPartyTest({ patterns: patterns.map(readable), own });
}

function readable(text: string): string {
  const pattern = parsePattern(text);
  if ("error" in pattern) throw new Failure(`--own ${text}: ${pattern.error.message}`);
  return text;
}
