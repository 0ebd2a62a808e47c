import { packageKey } from "../package/index.ts";
import type { Inventory } from "../usage/index.ts";

/**
 * Keys (packageKey) of the packages that an inventory shows to be the company's own: its root and the members of its
 * workspace, under names that nobody else can bear in a registry. What is taken from a registry under such a name, in
 * whichever product, is an older version of the same code.
 *
 * A name with an owner in it (an npm scope, a Go path, a Maven group) tells that by itself. One without (`utils`) may be
 * somebody else's: it counts only for members that could be published, which the readers of lockfiles find in manifests.
 */
export function ownPackages({ format, root, members }: Inventory): ReadonlySet<string> {
  const named = members.flatMap(({ purl }) =>
    purl !== null && (readsManifests.has(format) || namesOwner(purl)) ? [purl] : [],
  );
  const own = root?.purl;
  const all = own !== null && own !== undefined && namesOwner(own) ? [own, ...named] : named;
  return new Set(all.map(packageKey));
}

/** Formats whose readers give a member a purl only under a name that is its own. */
const readsManifests: ReadonlySet<string> = new Set(["npm-lock", "pnpm-lock", "cargo-lock"]);

function namesOwner(purl: string): boolean {
  return ownedTypes.has(/^pkg:([^/]+)\/[^/]+\//.exec(purl)?.[1] ?? "");
}

/** Types whose registries give a namespace to one owner. A Go path without a dot in its host is nobody's. */
const ownedTypes: ReadonlySet<string> = new Set([
  "npm",
  "golang",
  "maven",
  "composer",
  "swift",
  "github",
  "gitlab",
  "bitbucket",
]);
