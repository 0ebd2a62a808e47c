import { adjacencyOf, type Adjacency } from "./adjacency.ts";
import { eliminate, inflowOfEliminated } from "./cycle-elimination.ts";
import { forEachComponent, SETTLED } from "./strong-components.ts";

export interface Cycle {
  readonly graph: Adjacency;
  readonly firstParty: Uint8Array;
  /** In: what each member receives from outside the cycle. Out: all that it receives. */
  readonly inflow: Float64Array;
  /** Nodes that reach each other, at least two, with a way out: a project among them, or an edge that leaves. */
  readonly members: Int32Array;
  /** Component of each node of the graph; the members share one. */
  readonly componentOf: Int32Array;
  /** Scratch of one number a node, −1 for every node before and after. */
  readonly localOf: Int32Array;
}

/**
 * The equations of a cycle in the order of their unknowns: row n says what n receives,
 * x_n = outside_n + Σ weights · x_sources (+ ownPart_n · x_n), for `at` from `offsets[n]` to `offsets[n + 1]`.
 */
export interface CycleEquations {
  readonly count: number;
  readonly offsets: Int32Array;
  readonly sources: Int32Array;
  readonly weights: Float64Array;
  /** What of a member's inflow comes back to it through members that were eliminated. */
  readonly ownPart: Float64Array;
  readonly outside: Float64Array;
}

/**
 * Solves x = outside + M·x for the members of one cycle, in place, to a residual below 1e-12 of what enters.
 *
 * Projects pass on ½, so each sweep over them at least halves the error. First-party members pass on everything:
 * those on a cycle of first-party code alone are eliminated exactly beforehand, the others stand after the
 * projects in the order in which they need each other, so that one sweep settles them.
 */
export function settleCycle(cycle: Cycle): void {
  const equations = equationsOf(cycle);
  const order = sweepOrder(cycle);
  const exits = order.onFirstPartyCycles.length === 0 ? new Float64Array(0) : exitParts(cycle);
  const { reduced, records } = eliminate(equations, exits, order.onFirstPartyCycles);
  const inflow = sweep(reduced, order.swept);
  inflowOfEliminated(records, inflow);
  for (let n = 0; n < cycle.members.length; n += 1) {
    const member = cycle.members[n] ?? 0;
    cycle.inflow[member] = inflow[n] ?? 0;
    cycle.localOf[member] = -1;
  }
}

function equationsOf(cycle: Cycle): CycleEquations {
  const { graph, firstParty, inflow, members } = cycle;
  const count = members.length;
  const inner = innerTargets(cycle);
  const offsets = new Int32Array(count + 1);
  for (const target of inner) if (target >= 0) offsets[target + 1] = (offsets[target + 1] ?? 0) + 1;
  for (let n = 0; n < count; n += 1) offsets[n + 1] = (offsets[n + 1] ?? 0) + (offsets[n] ?? 0);
  const next = offsets.slice(0, count);
  const sources = new Int32Array(offsets[count] ?? 0);
  const weights = new Float64Array(sources.length);
  const outside = new Float64Array(count);
  let edge = 0;
  for (let from = 0; from < count; from += 1) {
    const member = members[from] ?? 0;
    const weight = passedToEach(graph, firstParty, member);
    outside[from] = inflow[member] ?? 0;
    const end = edge + (graph.offsets[member + 1] ?? 0) - (graph.offsets[member] ?? 0);
    for (; edge < end; edge += 1) {
      const target = inner[edge] ?? -1;
      if (target < 0) continue;
      const at = next[target] ?? 0;
      next[target] = at + 1;
      sources[at] = from;
      weights[at] = weight;
    }
  }
  return { count, offsets, sources, weights, ownPart: new Float64Array(count), outside };
}

/** What the members need, one after the other, by its place among the members; −1 where it lies outside the cycle. */
function innerTargets({ graph: { offsets, targets }, members, localOf }: Cycle): Int32Array {
  let length = 0;
  for (let n = 0; n < members.length; n += 1) {
    const member = members[n] ?? 0;
    localOf[member] = n;
    length += (offsets[member + 1] ?? 0) - (offsets[member] ?? 0);
  }
  const inner = new Int32Array(length);
  let edge = 0;
  for (const member of members) {
    const end = offsets[member + 1] ?? 0;
    for (let at = offsets[member] ?? 0; at < end; at += 1) inner[edge++] = localOf[targets[at] ?? 0] ?? -1;
  }
  return inner;
}

function passedToEach({ offsets }: Adjacency, firstParty: Uint8Array, node: number): number {
  return (firstParty[node] === 1 ? 1 : 0.5) / ((offsets[node + 1] ?? 0) - (offsets[node] ?? 0));
}

function forEachInnerEdge(
  { offsets, targets }: Adjacency,
  members: Int32Array,
  componentOf: Int32Array,
  visit: (from: number, target: number) => void,
): void {
  for (const from of members) {
    for (let at = offsets[from] ?? 0; at < (offsets[from + 1] ?? 0); at += 1) {
      const target = targets[at] ?? 0;
      if (componentOf[target] === componentOf[from]) visit(from, target);
    }
  }
}

/** What part of its inflow each member sends out of the cycle (kept or passed), counted, not subtracted, so that it is exact. */
function exitParts({ graph, firstParty, members, componentOf }: Cycle): Float64Array {
  const exits = new Float64Array(members.length);
  for (let n = 0; n < members.length; n += 1) {
    const member = members[n] ?? 0;
    let leaving = 0;
    for (let at = graph.offsets[member] ?? 0; at < (graph.offsets[member + 1] ?? 0); at += 1) {
      if (componentOf[graph.targets[at] ?? 0] !== componentOf[member]) leaving += 1;
    }
    exits[n] = (firstParty[member] === 1 ? 0 : 0.5) + leaving * passedToEach(graph, firstParty, member);
  }
  return exits;
}

interface SweepOrder {
  /** Members (by their place among the members) in the order in which a sweep visits them. */
  readonly swept: Int32Array;
  /** First-party members that reach themselves through first-party members alone; they are not swept. */
  readonly onFirstPartyCycles: Int32Array;
}

/** With the flow, from who needs to what is needed: members stand in that order, and components are visited in it. */
function sweepOrder({ graph, firstParty, members, componentOf, localOf }: Cycle): SweepOrder {
  const projects: number[] = [];
  const own: number[] = [];
  for (let n = 0; n < members.length; n += 1) (firstParty[members[n] ?? 0] === 1 ? own : projects).push(n);
  if (own.length === 0) return { swept: Int32Array.from(projects), onFirstPartyCycles: new Int32Array(0) };

  const pairs: number[] = [];
  forEachInnerEdge(graph, members, componentOf, (from, target) => {
    if (firstParty[from] === 1 && firstParty[target] === 1)
      pairs.push(localOf[target] ?? 0, localOf[from] ?? 0);
  });
  const dependents = adjacencyOf(members.length, Int32Array.from(pairs));
  const marks = new Int32Array(members.length).fill(SETTLED);
  for (const n of own) marks[n] = 0;
  const cyclic: number[] = [];
  forEachComponent(dependents, marks, (inOne) => {
    const place = inOne.length > 1 ? cyclic : projects;
    for (const n of inOne) place.push(n);
  });
  return { swept: Int32Array.from(projects), onFirstPartyCycles: Int32Array.from(cyclic) };
}

/** Gauss–Seidel. 64 sweeps bound the error by 2⁻⁶⁴ of what enters, far below the 1e-12 that is promised. */
function sweep(
  { offsets, sources, weights, ownPart, outside }: CycleEquations,
  order: Int32Array,
): Float64Array {
  const inflow = outside.slice();
  let entering = 0;
  for (const part of outside) entering += part;
  for (let round = 0; round < 64; round += 1) {
    let change = 0;
    for (const n of order) {
      let received = outside[n] ?? 0;
      for (let at = offsets[n] ?? 0; at < (offsets[n + 1] ?? 0); at += 1) {
        received += (weights[at] ?? 0) * (inflow[sources[at] ?? 0] ?? 0);
      }
      received /= 1 - (ownPart[n] ?? 0);
      change += Math.abs(received - (inflow[n] ?? 0));
      inflow[n] = received;
    }
    if (change <= entering * 1e-15) break;
  }
  return inflow;
}
