import type { Elimination } from "./cycle-elimination.ts";
import type { CycleEquations } from "./cycle.ts";

/**
 * As eliminateSparse, on a full matrix: for cycles in which nearly everybody feeds everybody, where maps would take
 * seconds. Memory: 8 bytes for each pair of members.
 */
export function eliminateDense(
  equations: CycleEquations,
  exits: Float64Array,
  members: Int32Array,
): { reduced: CycleEquations; records: readonly Elimination[] } {
  const outside = equations.outside.slice();
  const leaving = exits.slice();
  const passed = matrixOf(equations);
  const records: Elimination[] = [];
  for (const member of members) records.push(eliminateOne(member, equations.count, passed, outside, leaving));
  return { reduced: equationsFrom(equations.count, passed, outside), records };
}

/** What part of its inflow each member passes to each: row `from`, column `to`. */
function matrixOf({ count, offsets, sources, weights }: CycleEquations): Float64Array {
  const passed = new Float64Array(count * count);
  for (let to = 0; to < count; to += 1) {
    for (let at = offsets[to] ?? 0; at < (offsets[to + 1] ?? 0); at += 1) {
      passed[(sources[at] ?? 0) * count + to] = weights[at] ?? 0;
    }
  }
  return passed;
}

function eliminateOne(
  member: number,
  count: number,
  passed: Float64Array,
  outside: Float64Array,
  exits: Float64Array,
): Elimination {
  passed[member * count + member] = 0;
  const row = passed.slice(member * count, (member + 1) * count);
  const exit = exits[member] ?? 0;
  const leaving = row.reduce((sum, weight) => sum + weight, exit);
  const sources: number[] = [];
  const weights: number[] = [];
  const entering = outside[member] ?? 0;
  for (let to = 0; to < count; to += 1)
    outside[to] = (outside[to] ?? 0) + (entering * (row[to] ?? 0)) / leaving;
  for (let from = 0; from < count; from += 1) {
    const weight = passed[from * count + member] ?? 0;
    if (weight === 0) continue;
    sources.push(from);
    weights.push(weight);
    passed[from * count + member] = 0;
    exits[from] = (exits[from] ?? 0) + (weight * exit) / leaving;
    addTimes(passed.subarray(from * count, (from + 1) * count), row, weight / leaving);
  }
  passed.fill(0, member * count, (member + 1) * count);
  return {
    member,
    outside: entering,
    leaving,
    sources: Int32Array.from(sources),
    weights: Float64Array.from(weights),
  };
}

function addTimes(row: Float64Array, other: Float64Array, factor: number): void {
  for (let to = 0; to < row.length; to += 1) row[to] = (row[to] ?? 0) + (other[to] ?? 0) * factor;
}

function equationsFrom(count: number, passed: Float64Array, outside: Float64Array): CycleEquations {
  const offsets = new Int32Array(count + 1);
  const ownPart = new Float64Array(count);
  const sources: number[] = [];
  const weights: number[] = [];
  for (let to = 0; to < count; to += 1) {
    for (let from = 0; from < count; from += 1) {
      const weight = passed[from * count + to] ?? 0;
      if (from === to) ownPart[to] = weight;
      else if (weight > 0) {
        sources.push(from);
        weights.push(weight);
      }
    }
    offsets[to + 1] = sources.length;
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
