import { adjacencyOf, type Adjacency } from "./adjacency.ts";
import { keptPart, passThroughCycles, type FlowState } from "./flow-through-cycles.ts";

export interface FlowInput {
  readonly nodeCount: number;
  /** Flat pairs [from, to, …] of nodes, `from` needs `to`; no pair twice and no node that needs itself. */
  readonly edges: Int32Array;
  /** What each node receives directly, in units; 0 where the product does not name it. */
  readonly units: Float64Array;
  /** 1 where the node is the company's own: it keeps nothing and passes everything on. */
  readonly firstParty: Uint8Array;
  /** Units that a product hands out at least; what its dependencies do not take counts for nobody. 0 switches it off. */
  readonly floor: number;
}

export interface Flow {
  /** Part of the product's whole (1) that each node keeps. */
  readonly kept: Float64Array;
  /** The rest of the whole: below the floor, or with no way out of first-party code. */
  readonly leftOver: number;
}

/**
 * Hands the points of one product down its graph (product.md, "The numbers", flow 3 to 5):
 * D = max(Σ units, floor); inflow_i = unit_i / D + Σ over j→i of passed_j / out(j).
 * A node with dependencies keeps ½ and passes ½, one without keeps all, a first-party one keeps nothing.
 *
 * One topological pass; only what it cannot reach, because it lies in or below a cycle, is searched for cycles.
 * The result depends on the order of nodes and edges in its last bits only; productGraph fixes that order.
 */
export function flow(input: FlowInput): Flow {
  const graph = adjacencyOf(input.nodeCount, input.edges);
  const handedOut = unitsHandedOut(input);
  const state: FlowState = {
    graph,
    firstParty: input.firstParty,
    inflow: initialInflow(input.units, handedOut.divisor),
    kept: new Float64Array(input.nodeCount),
    leftOver: handedOut.belowFloor,
  };
  const open = passTopologically(state);
  if (open.length > 0) passThroughCycles(state, open);
  return { kept: state.kept, leftOver: state.leftOver };
}

function unitsHandedOut({ units, floor }: FlowInput): { divisor: number; belowFloor: number } {
  let sum = 0;
  for (const unit of units) sum += unit;
  const divisor = Math.max(sum, floor);
  // A product that names nothing hands nothing to anybody: all of it is left over.
  return divisor === 0 ? { divisor: 1, belowFloor: 1 } : { divisor, belowFloor: (divisor - sum) / divisor };
}

function initialInflow(units: Float64Array, divisor: number): Float64Array {
  const inflow = new Float64Array(units.length);
  for (let node = 0; node < units.length; node += 1) inflow[node] = (units[node] ?? 0) / divisor;
  return inflow;
}

/** Settles every node above all cycles, from who needs to what is needed; returns the nodes that it could not reach. */
function passTopologically(state: FlowState): Int32Array {
  const { graph, firstParty, inflow, kept } = state;
  const { nodeCount, offsets, targets } = graph;
  const waitingFor = dependentCounts(graph);
  const queue = new Int32Array(nodeCount);
  let queued = 0;
  for (let node = 0; node < nodeCount; node += 1) if (waitingFor[node] === 0) queue[queued++] = node;
  for (let done = 0; done < queued; done += 1) {
    const node = queue[done] ?? 0;
    const start = offsets[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    const received = inflow[node] ?? 0;
    const keeps = keptPart(firstParty[node] ?? 0, end - start);
    kept[node] = received * keeps;
    if (start === end) {
      state.leftOver += received * (1 - keeps);
      continue;
    }
    const share = (received * (1 - keeps)) / (end - start);
    for (let at = start; at < end; at += 1) {
      const target = targets[at] ?? 0;
      inflow[target] = (inflow[target] ?? 0) + share;
      const left = (waitingFor[target] ?? 0) - 1;
      waitingFor[target] = left;
      if (left === 0) queue[queued++] = target;
    }
  }
  return unreached(waitingFor, nodeCount - queued);
}

function dependentCounts({ nodeCount, targets }: Adjacency): Int32Array {
  const counts = new Int32Array(nodeCount);
  for (let at = 0; at < targets.length; at += 1) {
    const target = targets[at] ?? 0;
    counts[target] = (counts[target] ?? 0) + 1;
  }
  return counts;
}

function unreached(waitingFor: Int32Array, count: number): Int32Array {
  const open = new Int32Array(count);
  if (count === 0) return open;
  let length = 0;
  for (let node = 0; node < waitingFor.length; node += 1)
    if ((waitingFor[node] ?? 0) > 0) open[length++] = node;
  return open;
}
