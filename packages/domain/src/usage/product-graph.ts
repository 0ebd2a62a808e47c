import { canonicalEdges } from "./adjacency.ts";
import { modelledEdges } from "./modelled-edges.ts";
import { packageNodes, type FirstParty } from "./package-nodes.ts";
import { DIRECT, NOT_DECLARED, SCOPES, type SourceGraph } from "./source-graph.ts";

/**
 * All sources of one product as one graph. Nodes 0 to `projects.length − 1` are the projects in the order of their
 * keys; then come the company's own packages, one node each. The same sources in any order give the same graph.
 */
export interface ProductGraph<Key extends string> {
  readonly projects: readonly Key[];
  readonly nodeCount: number;
  /** Flat pairs [from, to, …], sorted, each once, none inside a node. */
  readonly edges: Int32Array;
  readonly units: Float64Array;
  readonly firstParty: Uint8Array;
  /** 1 where some component of the node is needed at run time (scope runtime or optional). */
  readonly runtime: Uint8Array;
  /** For each node one of DIRECT: yes where any source names it, untold where no source says. */
  readonly direct: Uint8Array;
  /** For each node its purl types, sorted. */
  readonly ecosystems: readonly (readonly string[])[];
}

/** Units of the one pseudo-dependency for which all OS packages of a product's images stand (product.md, 6 d). */
const FLAT_UNITS = 5;

/**
 * Unites the sources in force of one product and contracts them to projects (product.md, "The numbers", flow 2, 3, 6).
 * `projectOf` is asked once a package key.
 */
export function productGraph<Key extends string>(
  sources: readonly SourceGraph[],
  projectOf: (packageKey: string) => Key | FirstParty,
): ProductGraph<Key> {
  const nodes = packageNodes(sources, projectOf);
  const facts = nodeFacts(nodes.count);
  for (const [index, source] of sources.entries())
    addFacts(source, nodes.ofComponent[index] ?? new Int32Array(0), facts);
  shareFlatUnits(facts);

  const modelled = modelledEdges(sources, nodes.ofComponent, nodes.count);
  const nodeCount = nodes.count + modelled.hubs;
  const given = sources.map((source, index) =>
    nodeEdges(source, nodes.ofComponent[index] ?? new Int32Array(0)),
  );
  return {
    projects: nodes.projects,
    nodeCount,
    edges: canonicalEdges(nodeCount, concatenated([...given, ...modelled.edges])),
    units: widened(facts.units, nodeCount),
    firstParty: Uint8Array.from({ length: nodeCount }, (_, node) => (node < nodes.projects.length ? 0 : 1)),
    runtime: facts.runtime,
    direct: facts.direct,
    ecosystems: nodes.ecosystems,
  };
}

interface NodeFacts {
  readonly units: Float64Array;
  readonly runtime: Uint8Array;
  readonly direct: Uint8Array;
  readonly flat: Uint8Array;
}

function nodeFacts(count: number): NodeFacts {
  return {
    units: new Float64Array(count),
    runtime: new Uint8Array(count),
    direct: new Uint8Array(count),
    flat: new Uint8Array(count),
  };
}

function addFacts(
  source: SourceGraph,
  nodeOf: Int32Array,
  { units, runtime, direct, flat }: NodeFacts,
): void {
  for (let c = 0; c < nodeOf.length; c += 1) {
    const node = nodeOf[c] ?? 0;
    units[node] = Math.max(units[node] ?? 0, unitsOf(source, c));
    if (isRuntime(source.scope[c] ?? 0)) runtime[node] = 1;
    direct[node] = strongerDirect(direct[node] ?? DIRECT.no, source.direct[c] ?? DIRECT.untold);
    if (source.shape === "flat") flat[node] = 1;
  }
}

/** One unit, or a quarter for what is declared for development only; a list names everything alike. */
function unitsOf({ shape, direct, declaredScope, scope }: SourceGraph, component: number): number {
  if (shape === "flat") return 0;
  if (shape === "list") return 1;
  if (direct[component] !== DIRECT.yes) return 0;
  const declared = declaredScope[component] ?? NOT_DECLARED;
  return isRuntime(declared === NOT_DECLARED ? (scope[component] ?? 0) : declared) ? 1 : 0.25;
}

function isRuntime(scope: number): boolean {
  return SCOPES[scope] === "runtime" || SCOPES[scope] === "optional";
}

function strongerDirect(one: number, other: number): number {
  if (one === DIRECT.yes || other === DIRECT.yes) return DIRECT.yes;
  return one === DIRECT.untold || other === DIRECT.untold ? DIRECT.untold : DIRECT.no;
}

/** Added to what a project has by name: the pseudo-dependency is a dependency of its own. */
function shareFlatUnits({ units, flat }: NodeFacts): void {
  let count = 0;
  for (const member of flat) count += member;
  for (let node = 0; node < flat.length; node += 1) {
    if (flat[node] === 1) units[node] = (units[node] ?? 0) + FLAT_UNITS / count;
  }
}

/** Only a graph says who needs whom; in the other shapes edges, if any, are membership. */
function nodeEdges(source: SourceGraph, nodeOf: Int32Array): Int32Array {
  return source.shape === "graph"
    ? source.edges.map((component) => nodeOf[component] ?? 0)
    : new Int32Array(0);
}

function concatenated(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function widened(values: Float64Array, length: number): Float64Array {
  const wide = new Float64Array(length);
  wide.set(values);
  return wide;
}
