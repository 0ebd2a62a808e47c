import { ecosystemOf, type SourceGraph } from "./source-graph.ts";

/** Answer of `projectOf` for a package of the company's own. */
export type FirstParty = "first-party";

export interface PackageNodes<Key extends string> {
  readonly count: number;
  /** Nodes 0 and up, sorted by key; the company's own packages follow, sorted by package key. */
  readonly projects: readonly Key[];
  /** For each source, the node of each component. */
  readonly ofComponent: readonly Int32Array[];
  /** For each node its purl types, sorted. */
  readonly ecosystems: readonly (readonly string[])[];
}

/** Numbers the projects and first-party packages of a product by their keys, whatever the order of the sources. */
export function packageNodes<Key extends string>(
  sources: readonly SourceGraph[],
  projectOf: (packageKey: string) => Key | FirstParty,
): PackageNodes<Key> {
  const projectOfPackage = new Map<string, Key | null>();
  for (const { packages } of sources) {
    for (const key of packages) {
      if (projectOfPackage.has(key)) continue;
      const project = projectOf(key);
      projectOfPackage.set(key, project === "first-party" ? null : project);
    }
  }
  const projects = sortedProjects(projectOfPackage);
  const nodeOfPackage = numbered(projectOfPackage, projects);
  const count = nodeOfPackage.count;
  return {
    count,
    projects,
    ofComponent: sources.map((source) => componentNodes(source, nodeOfPackage.nodes)),
    ecosystems: ecosystemsOf(nodeOfPackage.nodes, count),
  };
}

function sortedProjects<Key extends string>(projectOfPackage: ReadonlyMap<string, Key | null>): Key[] {
  const projects = new Set<Key>();
  for (const project of projectOfPackage.values()) if (project !== null) projects.add(project);
  return [...projects].sort();
}

function numbered<Key extends string>(
  projectOfPackage: ReadonlyMap<string, Key | null>,
  projects: readonly Key[],
): { count: number; nodes: ReadonlyMap<string, number> } {
  const nodeOfProject = new Map(projects.map((project, node) => [project, node]));
  const nodes = new Map<string, number>();
  let count = projects.length;
  for (const key of [...projectOfPackage.keys()].sort()) {
    const project = projectOfPackage.get(key) ?? null;
    const node = project === null ? count : (nodeOfProject.get(project) ?? 0);
    if (project === null) count += 1;
    nodes.set(key, node);
  }
  return { count, nodes };
}

function componentNodes(
  { packages, componentPackage }: SourceGraph,
  nodes: ReadonlyMap<string, number>,
): Int32Array {
  const nodeOfPackage = Int32Array.from(packages, (key) => nodes.get(key) ?? 0);
  return componentPackage.map((place) => nodeOfPackage[place] ?? 0);
}

function ecosystemsOf(nodes: ReadonlyMap<string, number>, count: number): string[][] {
  const ecosystems = Array.from({ length: count }, () => new Set<string>());
  for (const [key, node] of nodes) ecosystems[node]?.add(ecosystemOf(key));
  return ecosystems.map((types) => [...types].sort());
}
