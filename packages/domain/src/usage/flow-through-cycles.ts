import { transposed } from "./adjacency.ts";
import { settleCycle, type Cycle } from "./cycle.ts";
import { forEachComponent, SETTLED } from "./strong-components.ts";
import { keptPart, passTopologically, type FlowState } from "./topological-pass.ts";

/**
 * Settles what the topological pass has left, the nodes in and below cycles. Looking from a node to those that need it
 * finds the uppermost cycle first; once that is settled the pass goes on, and only what it leaves again is looked at,
 * so that few nodes are ever searched where cycles are few and small.
 */
export function passThroughCycles(state: FlowState): void {
  const { graph, firstParty, inflow, queue } = state;
  const marks = new Int32Array(graph.nodeCount);
  for (let at = 0; at < state.done; at += 1) marks[queue[at] ?? 0] = SETTLED;
  const localOf = new Int32Array(graph.nodeCount).fill(-1);
  forEachComponent(transposed(graph), marks, (members) => {
    settleComponent(state, { graph, firstParty, inflow, componentOf: marks, localOf, members });
    releaseBelow(state, members, marks);
    const settledBefore = state.done;
    passTopologically(state);
    for (let at = settledBefore; at < state.done; at += 1) marks[queue[at] ?? 0] = SETTLED;
  });
}

/** Nobody below the cycle waits for its members any longer. */
function releaseBelow(state: FlowState, members: Int32Array, componentOf: Int32Array): void {
  const { waitingFor, queue } = state;
  const { offsets, targets } = state.graph;
  for (const member of members) {
    for (let at = offsets[member] ?? 0; at < (offsets[member + 1] ?? 0); at += 1) {
      const target = targets[at] ?? 0;
      if (componentOf[target] === componentOf[member]) continue;
      const left = (waitingFor[target] ?? 0) - 1;
      waitingFor[target] = left;
      if (left === 0) queue[state.queued++] = target;
    }
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
    for (const member of members) {
      if ((inflow[member] ?? 0) <= negligible) continue;
      passOn(state, member);
      settled = false;
    }
  }
  for (const member of members) kept[member] = (kept[member] ?? 0) + (inflow[member] ?? 0);
}

/** A project of a cycle has dependencies: it keeps half of what has reached it and passes half on. */
function passOn({ graph: { offsets, targets }, inflow, kept }: FlowState, project: number): void {
  const start = offsets[project] ?? 0;
  const end = offsets[project + 1] ?? 0;
  const half = (inflow[project] ?? 0) / 2;
  inflow[project] = 0;
  kept[project] = (kept[project] ?? 0) + half;
  const share = half / (end - start);
  for (let at = start; at < end; at += 1) {
    const target = targets[at] ?? 0;
    inflow[target] = (inflow[target] ?? 0) + share;
  }
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
