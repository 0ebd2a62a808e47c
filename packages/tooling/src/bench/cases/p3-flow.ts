import { flow } from "@headwater/domain/usage";
import type { FlowInput } from "@headwater/domain/usage";
import { DirectedGraph } from "graphology";
import { pagerank } from "graphology-metrics/centrality/index.js";
import { sequence } from "../generated-sbom.ts";
import { collectGarbage, growthExponent, measure } from "../measure.ts";
import { duration } from "../result.ts";
import type { Bench, BenchResult, BenchRow } from "../result.ts";

const SMALL = { nodes: 100_000, edges: 1_000_000, mostMilliseconds: 60, mostMegabytes: 100 };
const LARGE = { nodes: 1_000_000, edges: 10_000_000, mostMilliseconds: 2_500 };
const LEAST_TIMES_FASTER = 40;
const MOST_GROWTH = 1.05;

/** Points handed down a graph with cycles, with the building of its adjacency. The peer is graphology's PageRank. */
export const p3Flow: Bench = { goal: "P3", run };

async function run(): Promise<BenchResult> {
  const small = generatedGraph(SMALL.nodes, SMALL.edges);
  const graph = graphologyOf(small);
  const measured = await measure([
    { name: "ours", role: "ours", run: () => flow(small) },
    { name: "graphology pagerank", role: "peer", run: () => rank(graph) },
  ]);
  const ours = measured.find((one) => one.role === "ours")?.milliseconds ?? Number.NaN;
  const peer = measured.find((one) => one.role === "peer")?.milliseconds ?? Number.NaN;
  const megabytes = memoryOf(() => flow(small));
  const large = generatedGraph(LARGE.nodes, LARGE.edges);
  const [big] = await measure([{ name: "ours", role: "ours", run: () => flow(large) }], 3);
  const bigTime = big?.milliseconds ?? Number.NaN;
  const exponent = growthExponent(
    { size: SMALL.edges, milliseconds: ours },
    { size: LARGE.edges, milliseconds: bigTime },
  );
  return {
    goal: "P3",
    title: "flow, building included",
    rows: [
      row("1 million edges", ours, duration(peer), SMALL.mostMilliseconds),
      ratioRow("1 million edges, peer to ours", peer / ours),
      memoryRow(megabytes),
      row("10 million edges", bigTime, "", LARGE.mostMilliseconds),
    ],
    notes: [
      `Growth exponent ${exponent.toFixed(2)} (goal ≤ ${MOST_GROWTH}: ${exponent <= MOST_GROWTH ? "met" : "**missed**"}).`,
    ],
  };
}

function row(what: string, milliseconds: number, peers: string, most: number): BenchRow {
  const met = { limit: `≤ ${most} ms`, holds: milliseconds <= most };
  return {
    what,
    floor: "",
    peers: peers && `graphology pagerank ${peers}`,
    ours: duration(milliseconds),
    ratio: "",
    met,
  };
}

function ratioRow(what: string, times: number): BenchRow {
  const met = { limit: `≥ ${LEAST_TIMES_FASTER}×`, holds: times >= LEAST_TIMES_FASTER };
  return { what, floor: "", peers: "", ours: "", ratio: `${times.toFixed(0)}×`, met };
}

function memoryRow(megabytes: number): BenchRow {
  const met = { limit: `≤ ${SMALL.mostMegabytes} MB`, holds: megabytes <= SMALL.mostMegabytes };
  return {
    what: "1 million edges, memory taken",
    floor: "",
    peers: "",
    ours: `${megabytes.toFixed(0)} MB`,
    ratio: "",
    met,
  };
}

/**
 * Nodes need later ones, one in a thousand also a node shortly before it, which closes a small cycle: so real graphs of
 * projects look. No pair twice.
 */
function generatedGraph(nodeCount: number, edgeCount: number): FlowInput {
  const random = sequence(nodeCount);
  const edges = new Int32Array(edgeCount * 2);
  const perNode = Math.ceil(edgeCount / nodeCount) + 1;
  let at = 0;
  for (let node = 0; node < nodeCount; node++) {
    const stride = 1 + random(Math.max(1, Math.floor((nodeCount - node) / perNode)));
    for (let one = 0; one < perNode && at < edges.length; one++) {
      const closesCycle = one === 0 && node % 1000 === 999;
      const target = closesCycle ? node - 3 : node + 1 + one * stride;
      if (target >= nodeCount) break;
      edges[at++] = node;
      edges[at++] = target;
    }
  }
  const units = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 997) units[node] = node % 4 === 0 ? 0.25 : 1;
  return { nodeCount, edges: edges.subarray(0, at), units, firstParty: new Uint8Array(nodeCount), floor: 20 };
}

function graphologyOf(input: FlowInput): DirectedGraph {
  const graph = new DirectedGraph();
  for (let node = 0; node < input.nodeCount; node++) graph.addNode(node);
  for (let at = 0; at < input.edges.length; at += 2)
    graph.mergeDirectedEdge(input.edges[at], input.edges[at + 1]);
  return graph;
}

/** A hundred rounds without convergence is still an answer about time. */
function rank(graph: DirectedGraph): void {
  try {
    pagerank(graph, { getEdgeWeight: null, tolerance: 1e-6, maxIterations: 100 });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("converge")) throw error;
  }
}

function memoryOf(run: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage();
  const kept = run();
  const after = process.memoryUsage();
  const bytes = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed;
  return kept === undefined ? Number.NaN : bytes / 1e6;
}
