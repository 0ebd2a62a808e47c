import { firstPartyTest } from "@headwater/domain/mapping";
import { makePurl, packageKey, parsePattern, printPurl } from "@headwater/domain/package";
import type { InventoryRoot } from "@headwater/domain/usage";
import { readInside } from "../inventories/beside.ts";
import type { PortfolioProduct } from "../inventories/portfolio.ts";
import { Failure } from "../command.ts";
import { recordOf } from "../evidence/record.ts";

/**
 * Which packages are the company's own although a lockfile took them from a registry: an older version of a workspace
 * member, a package of one product in another. Roots and members of the inventories, the package.json of every folder of
 * a pnpm or npm workspace, and what `patterns` name. A test for versionless purls.
 */
export async function ownCode(
  products: readonly PortfolioProduct[],
  patterns: readonly string[],
): Promise<(packageKeyText: string) => boolean> {
  const isNamed = firstPartyTest(patterns.map(readable));
  const own = new Set<string>();
  for (const { sources } of products) {
    for (const source of sources) {
      if (source.kind === "refused") continue;
      const { root, members, format } = source.inventory;
      for (const part of [...(root === null ? [] : [root]), ...members]) {
        const purl = part.purl ?? (await npmPurl(format, source.file, part));
        if (purl !== null) own.add(packageKey(purl));
      }
    }
  }
  return (key) => own.has(packageKey(key)) || isNamed(key);
}

/** pnpm's lockfile knows its importers by their folders; their manifests say what they are called. */
async function npmPurl(format: string, file: string, { ref }: InventoryRoot): Promise<string | null> {
  if (format !== "pnpm-lock" && format !== "npm-lock") return null;
  const folder = file.slice(0, Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")));
  const manifest = recordOf(
    await readInside(folder, ref === "" || ref === "." ? "package.json" : `${ref}/package.json`),
  );
  const name = manifest?.["name"];
  if (typeof name !== "string") return null;
  const [scope, bare] = name.startsWith("@") ? name.split("/") : [null, name];
  // A private package without a scope is in no registry: what bears its name there is somebody else's.
  if (scope === null && manifest?.["private"] === true) return null;
  const purl = makePurl({ type: "npm", namespace: scope ?? null, name: bare ?? "" });
  return "error" in purl ? null : printPurl(purl);
}

function readable(text: string): string {
  const pattern = parsePattern(text);
  if ("error" in pattern) throw new Failure(`--own ${text}: ${pattern.error.message}`);
  return text;
}
