import { ROOT_INDEX, type Inventory } from "@headwater/domain/usage";

/** An inventory as `headwater parse` prints it: edges as pairs of refs, the root's ref where the company's own code needs something. */
export function printedInventory(file: string, inventory: Inventory) {
  const { format, formatVersion, root, components, edges, problems } = inventory;
  const rootRef = root?.ref ?? "";
  const refOf = (index: number) => (index === ROOT_INDEX ? rootRef : (components[index]?.ref ?? ""));
  return {
    file,
    format,
    formatVersion,
    root: root === null ? null : { ref: root.ref, name: root.name, version: root.version, purl: root.purl },
    components: components.map(
      ({ ref, purl, name, version, scope, direct, repository, licenses, funding }) => ({
        ref,
        purl,
        name,
        version,
        scope,
        direct,
        repository,
        licenses,
        funding,
      }),
    ),
    edges: Array.from({ length: edges.length / 2 }, (_, pair) => [
      refOf(edges[2 * pair] ?? ROOT_INDEX),
      refOf(edges[2 * pair + 1] ?? ROOT_INDEX),
    ]),
    problems: problems.map(({ severity, code, message, where }) => ({ severity, code, message, where })),
  };
}
