import type { Adjacency } from "./adjacency.ts";

export interface FlowState {
  readonly graph: Adjacency;
  readonly firstParty: Uint8Array;
  /** What has reached each node. */
  readonly inflow: Float64Array;
  readonly kept: Float64Array;
  leftOver: number;
  /** How many of the nodes that need each node have not passed on yet. */
  readonly waitingFor: Int32Array;
  /** Nodes for which nobody is waited for, in the order in which that became so; the first `done` have passed on. */
  readonly queue: Int32Array;
  queued: number;
  done: number;
}

/** What a node keeps of its inflow: all without dependencies, else a half; the company's own code nothing. */
export function keptPart(firstParty: number, dependencies: number): number {
  if (firstParty === 1) return 0;
  return dependencies === 0 ? 1 : 0.5;
}

export function newFlowState(
  graph: Adjacency,
  firstParty: Uint8Array,
  inflow: Float64Array,
  leftOver: number,
): FlowState {
  const { nodeCount } = graph;
  const waitingFor = dependentCounts(graph);
  const queue = new Int32Array(nodeCount);
  let queued = 0;
  for (let node = 0; node < nodeCount; node += 1) if (waitingFor[node] === 0) queue[queued++] = node;
  const kept = new Float64Array(nodeCount);
  return { graph, firstParty, inflow, kept, leftOver, waitingFor, queue, queued, done: 0 };
}

function dependentCounts({ nodeCount, targets }: Adjacency): Int32Array {
  const counts = new Int32Array(nodeCount);
  for (let at = 0; at < targets.length; at += 1) {
    const target = targets[at] ?? 0;
    counts[target] = (counts[target] ?? 0) + 1;
  }
  return counts;
}

/** Settles every node that is not in or below a cycle still unsettled, from who needs to what is needed. */
export function passTopologically(state: FlowState): void {
  const { firstParty, inflow, kept, waitingFor, queue } = state;
  const { offsets, targets } = state.graph;
  let { queued, done } = state;
  for (; done < queued; done += 1) {
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
  state.queued = queued;
  state.done = done;
}
