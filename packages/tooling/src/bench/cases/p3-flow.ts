import { loadavg } from "node:os";
import { setTimeout } from "node:timers/promises";
import { flow } from "@headwater/domain/usage";
import type { FlowInput } from "@headwater/domain/usage";
import { DirectedGraph } from "graphology";
import { pagerank } from "graphology-metrics/centrality/index.js";
import { generatedProduct, withPairsShuffled } from "../generated-product.ts";
import { collectGarbage, growthExponent, measure } from "../measure.ts";
import { duration } from "../result.ts";
import type { Bench, BenchResult, BenchRow } from "../result.ts";

const SMALL = { nodes: 100_000, edges: 1_000_000, mostMilliseconds: 60, mostMegabytes: 100 };
const MIDDLE = { nodes: 300_000, edges: 3_000_000 };
const LARGE = { nodes: 1_000_000, edges: 10_000_000, mostMilliseconds: 2_500 };
const LEAST_TIMES_FASTER = 40;
const MOST_GROWTH = 1.05;

/**
 * Points handed down a product's graph, from sorted pairs to what each project keeps: adjacency and search for cycles
 * are within the time, drawing the graph and sorting its pairs are not. The graph that the goal speaks of is a made-up
 * product with a few small cycles (generated-product.ts says how it is drawn); rows of their own show it without
 * cycles, with its pairs in no order, and with nearly all nodes in one cycle. The peer is graphology's PageRank on the
 * same graph, its building not counted.
 */
export const p3Flow: Bench = { goal: "P3", run };

async function run(): Promise<BenchResult> {
  const product = generatedProduct({ ...SMALL, cycles: "small" });
  const others = {
    "no cycle": generatedProduct({ ...SMALL, cycles: "none" }),
    "pairs in no order": withPairsShuffled(product),
    "one cycle of nearly all nodes": generatedProduct({ ...SMALL, cycles: "huge" }),
  };
  const graph = graphologyOf(product);
  const measured = await measure([
    { name: "small cycles", role: "ours", run: () => flow(product) },
    ...Object.entries(others).map(([name, input]) => ({
      name,
      role: "ours" as const,
      run: () => flow(input),
    })),
    { name: "graphology pagerank", role: "peer", run: () => rank(graph) },
  ]);
  const timeOf = (name: string): number =>
    measured.find((one) => one.name === name)?.milliseconds ?? Number.NaN;
  const ours = timeOf("small cycles");
  const peer = timeOf("graphology pagerank");
  const megabytes = await memoryOf(() => flow(product));
  const middle = await timeOfSize(MIDDLE);
  const large = await timeOfSize(LARGE);
  return {
    goal: "P3",
    title: "flow, building included",
    rows: [
      row("1 million edges, small cycles", ours, duration(peer), SMALL.mostMilliseconds),
      ratioRow("1 million edges, peer to ours", peer / ours),
      row("1 million edges, no cycle", timeOf("no cycle"), "", SMALL.mostMilliseconds),
      row("1 million edges, pairs in no order", timeOf("pairs in no order"), "", SMALL.mostMilliseconds),
      row(
        "1 million edges, one cycle of nearly all nodes",
        timeOf("one cycle of nearly all nodes"),
        "",
        null,
      ),
      memoryRow(megabytes),
      row("3 million edges, small cycles", middle, "", null),
      row("10 million edges, small cycles", large, "", LARGE.mostMilliseconds),
    ],
    notes: [
      growthNote(
        growthExponent({ size: SMALL.edges, milliseconds: ours }, { size: LARGE.edges, milliseconds: large }),
      ),
      `Load of the machine at the end: ${loadavg()
        .map((load) => load.toFixed(1))
        .join(", ")}.`,
    ],
  };
}

async function timeOfSize(size: { readonly nodes: number; readonly edges: number }): Promise<number> {
  const product = generatedProduct({ ...size, cycles: "small" });
  const [measured] = await measure([{ name: "ours", role: "ours", run: () => flow(product) }], 5);
  return measured?.milliseconds ?? Number.NaN;
}

function growthNote(exponent: number): string {
  const verdict = exponent <= MOST_GROWTH ? "met" : "**missed**";
  return `Growth exponent from 1 to 10 million edges ${exponent.toFixed(2)} (goal ≤ ${MOST_GROWTH}: ${verdict}).`;
}

function row(what: string, milliseconds: number, peers: string, most: number | null): BenchRow {
  const met = most === null ? null : { limit: `≤ ${most} ms`, holds: milliseconds <= most };
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

function graphologyOf(input: FlowInput): DirectedGraph {
  const graph = new DirectedGraph();
  for (let node = 0; node < input.nodeCount; node++) graph.addNode(node);
  for (let at = 0; at < input.edges.length; at += 2)
    graph.mergeDirectedEdge(input.edges[at], input.edges[at + 1]);
  return graph;
}

/**
 * With the damping and the exactness of ours: half is passed on, and what is left in the end is below 1e-12 in all
 * (graphology multiplies the tolerance by the number of nodes). A hundred rounds without convergence is still an
 * answer about time.
 */
function rank(graph: DirectedGraph): void {
  try {
    pagerank(graph, { alpha: 0.5, getEdgeWeight: null, tolerance: 1e-12 / graph.order, maxIterations: 100 });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("converge")) throw error;
  }
}

/**
 * Buffers of earlier rounds are given back a while after they are collected, on another thread; without the pauses
 * that falls into the measurement and makes it negative.
 */
async function memoryOf(run: () => unknown): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    await setTimeout(50);
  }
  const before = process.memoryUsage();
  const kept = run();
  const after = process.memoryUsage();
  const bytes = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed;
  return kept === undefined ? Number.NaN : bytes / 1e6;
}
