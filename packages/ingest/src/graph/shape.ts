import type { GraphShape } from "@headwater/domain/usage";
import type { Draft } from "./draft.ts";
import type { Rows } from "./rows.ts";

/** purl types of packages that an operating system installs. `alpine` is what older scanners wrote for `apk`. */
const systemTypes: ReadonlySet<string> = new Set([
  "alpine",
  "alpm",
  "apk",
  "deb",
  "ebuild",
  "opkg",
  "qpkg",
  "rpm",
]);

export function isSystemPackage(draft: Draft): boolean {
  return draft.purlType !== null && systemTypes.has(draft.purlType);
}

/**
 * product.md, "What files say": `flat` where operating-system packages stand in an image, or are most of a file whose
 * root states no needs; `list` where no component needs another and the root needs all or none of them.
 */
export function shapeOf(
  components: readonly Draft[],
  rows: Rows,
  image: boolean,
): Exclude<GraphShape, "modelled"> {
  const rootNeeds = rows.start[1] ?? 0;
  const system = components.filter(isSystemPackage).length;
  if (system > 0 && (image || (rootNeeds === 0 && system * 2 > components.length))) return "flat";
  const onlyRootNeeds = rows.target.length === rootNeeds;
  return onlyRootNeeds && (rootNeeds === 0 || rootNeeds === components.length) ? "list" : "graph";
}
