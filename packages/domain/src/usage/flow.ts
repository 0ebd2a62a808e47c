import { adjacencyOf, type Adjacency } from "./adjacency.ts";
import { settleCycle } from "./cycle.ts";
import { strongComponents } from "./strong-components.ts";

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
 * One topological pass; what it cannot reach lies in or below a cycle and is settled cycle by cycle.
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

interface FlowState {
  readonly graph: Adjacency;
  readonly firstParty: Uint8Array;
  readonly inflow: Float64Array;
  readonly kept: Float64Array;
  leftOver: number;
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

/** What a node keeps of its inflow: all without dependencies, else a half; the company's own code nothing. */
function keptPart(firstParty: number, dependencies: number): number {
  if (firstParty === 1) return 0;
  return dependencies === 0 ? 1 : 0.5;
}

/** Walks the remaining components from who needs to what is needed; a component with a cycle is solved as a whole. */
function passThroughCycles(state: FlowState, open: Int32Array): void {
  const components = strongComponents(state.graph, open);
  const componentOf = new Int32Array(state.graph.nodeCount).fill(-1);
  for (let c = 0; c < components.count; c += 1) {
    for (let m = components.starts[c] ?? 0; m < (components.starts[c + 1] ?? 0); m += 1) {
      componentOf[components.members[m] ?? 0] = c;
    }
  }
  const localOf = new Int32Array(state.graph.nodeCount);
  for (let c = components.count - 1; c >= 0; c -= 1) {
    const members = components.members.subarray(components.starts[c] ?? 0, components.starts[c + 1] ?? 0);
    if (members.length > 1) {
      if (isClosed(state, members, componentOf)) {
        for (const member of members) state.leftOver += state.inflow[member] ?? 0;
        continue;
      }
      settleCycle({ ...state, members, componentOf, localOf });
    }
    for (const member of members) passOutside(state, member, componentOf);
  }
}

/** A cycle of first-party code that needs nothing else: nothing that enters it ever leaves. */
function isClosed({ graph, firstParty }: FlowState, members: Int32Array, componentOf: Int32Array): boolean {
  const own = componentOf[members[0] ?? 0];
  for (const member of members) {
    if (firstParty[member] !== 1) return false;
    for (let at = graph.offsets[member] ?? 0; at < (graph.offsets[member + 1] ?? 0); at += 1) {
      if (componentOf[graph.targets[at] ?? 0] !== own) return false;
    }
  }
  return true;
}

/** Keeps the node's part of its settled inflow and passes the rest to what it needs outside its own component. */
function passOutside(state: FlowState, node: number, componentOf: Int32Array): void {
  const { offsets, targets } = state.graph;
  const start = offsets[node] ?? 0;
  const end = offsets[node + 1] ?? 0;
  const received = state.inflow[node] ?? 0;
  const keeps = keptPart(state.firstParty[node] ?? 0, end - start);
  state.kept[node] = received * keeps;
  if (start === end) state.leftOver += received * (1 - keeps);
  const share = (received * (1 - keeps)) / (end - start);
  for (let at = start; at < end; at += 1) {
    const target = targets[at] ?? 0;
    if (componentOf[target] !== componentOf[node]) state.inflow[target] = (state.inflow[target] ?? 0) + share;
  }
}
