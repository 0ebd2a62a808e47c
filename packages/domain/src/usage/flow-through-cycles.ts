import type { Adjacency } from "./adjacency.ts";
import { settleCycle, type Cycle } from "./cycle.ts";
import { strongComponents } from "./strong-components.ts";

export interface FlowState {
  readonly graph: Adjacency;
  readonly firstParty: Uint8Array;
  /** What has reached each node and has not been kept or passed on yet. */
  readonly inflow: Float64Array;
  readonly kept: Float64Array;
  leftOver: number;
}

/** What a node keeps of its inflow: all without dependencies, else a half; the company's own code nothing. */
export function keptPart(firstParty: number, dependencies: number): number {
  if (firstParty === 1) return 0;
  return dependencies === 0 ? 1 : 0.5;
}

/**
 * Settles the nodes that a topological pass could not reach: component by component, from who needs to what is needed.
 * `open` holds every node that one of them reaches.
 */
export function passThroughCycles(state: FlowState, open: Int32Array): void {
  const components = strongComponents(state.graph, open);
  const { starts, members, componentOf } = components;
  const { graph, firstParty, inflow } = state;
  const whole = { graph, firstParty, inflow, componentOf, localOf: new Int32Array(graph.nodeCount).fill(-1) };
  let end = members.length;
  for (let c = components.count - 1; c >= 0; c -= 1) {
    const start = starts[c] ?? 0;
    if (end - start === 1) passOn(state, members[start] ?? 0);
    else settleComponent(state, { ...whole, members: members.subarray(start, end) });
    end = start;
  }
}

/** Keeps the node's part of what has reached it and passes the rest on. */
function passOn(state: FlowState, node: number): void {
  const { inflow, kept } = state;
  const { offsets, targets } = state.graph;
  const start = offsets[node] ?? 0;
  const end = offsets[node + 1] ?? 0;
  const received = inflow[node] ?? 0;
  const keeps = keptPart(state.firstParty[node] ?? 0, end - start);
  inflow[node] = 0;
  kept[node] = (kept[node] ?? 0) + received * keeps;
  if (start === end) {
    state.leftOver += received * (1 - keeps);
    return;
  }
  const share = (received * (1 - keeps)) / (end - start);
  for (let at = start; at < end; at += 1) {
    const target = targets[at] ?? 0;
    inflow[target] = (inflow[target] ?? 0) + share;
  }
}

function settleComponent(state: FlowState, cycle: Cycle): void {
  const { members } = cycle;
  let own = 0;
  for (const member of members) own += state.firstParty[member] ?? 0;
  if (own === 0 && members.length <= SMALL_MEMBERS) settleProjects(state, members);
  else if (own === members.length && isClosed(cycle)) {
    for (const member of members) state.leftOver += state.inflow[member] ?? 0;
  } else {
    settleCycle(cycle);
    for (const member of members) passOutside(state, member, cycle.componentOf);
  }
}

/** Up to here a cycle is settled sooner than its equations are written down. */
const SMALL_MEMBERS = 64;

/**
 * A small cycle of projects alone: each in turn keeps half of what has reached it and passes half on, inside the cycle
 * and out of it alike. Every round at least halves what is on the way; it ends below 1e-16 of what entered, and that
 * is kept where it stands, so that nothing is lost.
 */
function settleProjects(state: FlowState, members: Int32Array): void {
  const { inflow, kept } = state;
  let entering = 0;
  for (const member of members) entering += inflow[member] ?? 0;
  const negligible = (entering * 1e-16) / members.length;
  let settled = entering === 0;
  while (!settled) {
    settled = true;
    for (let at = members.length - 1; at >= 0; at -= 1) {
      const member = members[at] ?? 0;
      if ((inflow[member] ?? 0) <= negligible) continue;
      passOn(state, member);
      settled = false;
    }
  }
  for (const member of members) kept[member] = (kept[member] ?? 0) + (inflow[member] ?? 0);
}

/** A cycle of first-party code that needs nothing else: nothing that enters it ever leaves. */
function isClosed({ graph, members, componentOf }: Cycle): boolean {
  const component = componentOf[members[0] ?? 0];
  for (const member of members) {
    for (let at = graph.offsets[member] ?? 0; at < (graph.offsets[member + 1] ?? 0); at += 1) {
      if (componentOf[graph.targets[at] ?? 0] !== component) return false;
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
  const share = (received * (1 - keeps)) / (end - start);
  for (let at = start; at < end; at += 1) {
    const target = targets[at] ?? 0;
    if (componentOf[target] !== componentOf[node]) state.inflow[target] = (state.inflow[target] ?? 0) + share;
  }
}
