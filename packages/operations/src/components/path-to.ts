import { DIRECT, type SourceGraph } from "@headwater/domain/usage";

/**
 * For each component of the graph the one that needs it on a shortest way from what the product itself declares;
 * −1 for those that it declares, −2 for those that no way leads to. Where nobody can say what is direct, everything
 * that nothing needs counts as declared.
 */
export function neededBy(graph: SourceGraph): Int32Array {
  const count = graph.componentPackage.length;
  const before = new Int32Array(count).fill(-2);
  const queue = new Int32Array(count);
  let length = 0;
  for (const component of entrances(graph)) {
    before[component] = -1;
    queue[length] = component;
    length += 1;
  }
  const { starts, ends } = outgoing(graph);
  for (let next = 0; next < length; next += 1) {
    const from = queue[next] ?? 0;
    for (let edge = starts[from] ?? 0; edge < (starts[from + 1] ?? 0); edge += 1) {
      const to = ends[edge] ?? 0;
      if (before[to] !== -2) continue;
      before[to] = from;
      queue[length] = to;
      length += 1;
    }
  }
  return before;
}

/** From what the product declares to the component, each step needs the next; `package@version` texts. */
export function pathTo(graph: SourceGraph, before: Int32Array, component: number): string[] {
  const path: string[] = [];
  for (let step = component; step >= 0; step = before[step] ?? -1) path.unshift(printed(graph, step));
  return path;
}

function printed(graph: SourceGraph, component: number): string {
  const purl = graph.packages[graph.componentPackage[component] ?? 0] ?? "";
  const version = graph.versions[component] ?? null;
  return version === null ? purl : `${purl}@${version}`;
}

function entrances(graph: SourceGraph): number[] {
  const components = Array.from(graph.direct.keys());
  const direct = components.filter((component) => graph.direct[component] === DIRECT.yes);
  if (direct.length > 0) return direct;
  const needed = new Set<number>();
  for (let edge = 1; edge < graph.edges.length; edge += 2) needed.add(graph.edges[edge] ?? 0);
  return components.filter((component) => !needed.has(component));
}

/** Compressed rows: the ends of `from` stand at starts[from] up to starts[from + 1]. */
function outgoing(graph: SourceGraph): { readonly starts: Int32Array; readonly ends: Int32Array } {
  const starts = new Int32Array(graph.componentPackage.length + 1);
  for (let edge = 0; edge < graph.edges.length; edge += 2) {
    const after = (graph.edges[edge] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let node = 1; node < starts.length; node += 1)
    starts[node] = (starts[node] ?? 0) + (starts[node - 1] ?? 0);
  const free = starts.slice();
  const ends = new Int32Array(graph.edges.length / 2);
  for (let edge = 0; edge < graph.edges.length; edge += 2) {
    const from = graph.edges[edge] ?? 0;
    const place = free[from] ?? 0;
    ends[place] = graph.edges[edge + 1] ?? 0;
    free[from] = place + 1;
  }
  return { starts, ends };
}
