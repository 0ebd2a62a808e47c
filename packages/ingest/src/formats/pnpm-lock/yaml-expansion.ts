import { isAlias, isMap, isPair, isScalar, isSeq, type Document } from "yaml";

/**
 * How many nodes a document stands for once each alias is replaced by what it names; Infinity where an alias lies inside
 * what it names. Counted without replacing anything: an anchor comes before its aliases, so one walk in order knows its size.
 */
export function expandedNodes(document: Document): number {
  const sizes = new Map<string, number>();
  return sizeOf(document.contents, sizes);
}

function sizeOf(node: unknown, sizes: Map<string, number>): number {
  // An anchor that is still open has no size yet: the alias leads back into itself.
  if (isAlias(node)) return sizes.get(node.source) ?? Infinity;
  if (isPair(node)) return sizeOf(node.key, sizes) + sizeOf(node.value, sizes);
  if (isScalar(node)) return settled(node.anchor, 1, sizes);
  if (!isMap(node) && !isSeq(node)) return 0;
  if (node.anchor !== undefined) sizes.delete(node.anchor);
  const items: readonly unknown[] = node.items;
  return settled(
    node.anchor,
    items.reduce<number>((sum, item) => sum + sizeOf(item, sizes), 1),
    sizes,
  );
}

function settled(anchor: string | undefined, size: number, sizes: Map<string, number>): number {
  if (anchor !== undefined) sizes.set(anchor, size);
  return size;
}
