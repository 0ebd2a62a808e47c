import type { CycleEquations } from "./cycle.ts";
import { eliminateDense } from "./dense-elimination.ts";

/** How to find the inflow of an eliminated member once the members that fed it are known. */
export interface Elimination {
  readonly member: number;
  readonly outside: number;
  /** The part of its inflow that goes on to others; the rest came back to it. */
  readonly leaving: number;
  readonly sources: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Takes members out of the equations one by one: what one passed on, those who fed it now pass on directly.
 * No subtraction takes place (Grassmann, Taksar and Heyman, Operations Research 33, 1985), so cycles that
 * leak very little lose no digits. Cost: for each member, those who feed it times those whom it feeds.
 *
 * `exits` is what part of its inflow each member sends out of the cycle.
 */
export function eliminate(
  equations: CycleEquations,
  exits: Float64Array,
  members: Int32Array,
): { reduced: CycleEquations; records: readonly Elimination[] } {
  if (members.length === 0) return { reduced: equations, records: [] };
  const isDense = equations.sources.length > 16 * equations.count && equations.count <= DENSE_MEMBERS;
  return isDense ? eliminateDense(equations, exits, members) : eliminateSparse(equations, exits, members);
}

/** Up to 18 MB of matrix. */
const DENSE_MEMBERS = 1_500;

export function eliminateSparse(
  equations: CycleEquations,
  exits: Float64Array,
  members: Int32Array,
): { reduced: CycleEquations; records: readonly Elimination[] } {
  const links = linksOf(equations);
  const outside = equations.outside.slice();
  const leaving = exits.slice();
  const records: Elimination[] = [];
  for (const member of members) records.push(eliminateOne(member, links, outside, leaving));
  return { reduced: equationsFrom(links, outside), records };
}

/** Fills in the inflow of eliminated members, last eliminated first. */
export function inflowOfEliminated(records: readonly Elimination[], inflow: Float64Array): void {
  for (const { member, outside, leaving, sources, weights } of records.toReversed()) {
    let received = outside;
    for (let at = 0; at < sources.length; at += 1)
      received += (weights[at] ?? 0) * (inflow[sources[at] ?? 0] ?? 0);
    inflow[member] = received / leaving;
  }
}

interface Links {
  /** For each member: whom it feeds, and with what part of its inflow. */
  readonly feeds: readonly Map<number, number>[];
  /** For each member: who feeds it. */
  readonly fedBy: readonly Map<number, number>[];
}

function linksOf({ count, offsets, sources, weights }: CycleEquations): Links {
  const feeds = Array.from({ length: count }, () => new Map<number, number>());
  const fedBy = Array.from({ length: count }, () => new Map<number, number>());
  for (let n = 0; n < count; n += 1) {
    for (let at = offsets[n] ?? 0; at < (offsets[n + 1] ?? 0); at += 1) {
      link({ feeds, fedBy }, sources[at] ?? 0, n, weights[at] ?? 0);
    }
  }
  return { feeds, fedBy };
}

function link({ feeds, fedBy }: Links, from: number, to: number, weight: number): void {
  const sum = (feeds[from]?.get(to) ?? 0) + weight;
  feeds[from]?.set(to, sum);
  fedBy[to]?.set(from, sum);
}

function eliminateOne(member: number, links: Links, outside: Float64Array, exits: Float64Array): Elimination {
  const feeding = links.fedBy[member] ?? new Map<number, number>();
  const fed = links.feeds[member] ?? new Map<number, number>();
  feeding.delete(member);
  fed.delete(member);
  const exit = exits[member] ?? 0;
  let leaving = exit;
  for (const weight of fed.values()) leaving += weight;
  for (const [to, weight] of fed)
    outside[to] = (outside[to] ?? 0) + ((outside[member] ?? 0) * weight) / leaving;
  for (const [from, passed] of feeding) {
    links.feeds[from]?.delete(member);
    exits[from] = (exits[from] ?? 0) + (passed * exit) / leaving;
    for (const [to, weight] of fed) link(links, from, to, (passed * weight) / leaving);
  }
  for (const to of fed.keys()) links.fedBy[to]?.delete(member);
  const record = {
    member,
    outside: outside[member] ?? 0,
    leaving,
    sources: Int32Array.from(feeding.keys()),
    weights: Float64Array.from(feeding.values()),
  };
  feeding.clear();
  fed.clear();
  return record;
}

function equationsFrom({ fedBy }: Links, outside: Float64Array): CycleEquations {
  const count = fedBy.length;
  const offsets = new Int32Array(count + 1);
  const ownPart = new Float64Array(count);
  const sources: number[] = [];
  const weights: number[] = [];
  for (let n = 0; n < count; n += 1) {
    for (const [from, weight] of fedBy[n] ?? []) {
      if (from === n) {
        ownPart[n] = weight;
        continue;
      }
      sources.push(from);
      weights.push(weight);
    }
    offsets[n + 1] = sources.length;
  }
  return {
    count,
    offsets,
    sources: Int32Array.from(sources),
    weights: Float64Array.from(weights),
    ownPart,
    outside,
  };
}
