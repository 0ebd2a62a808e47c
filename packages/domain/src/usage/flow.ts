import { adjacencyOf } from "./adjacency.ts";
import { passThroughCycles } from "./flow-through-cycles.ts";
import { newFlowState, passTopologically } from "./topological-pass.ts";

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
 * One topological pass, which stops where only nodes in and below cycles are left; the uppermost of these cycles is
 * then looked for and settled, and the pass goes on.
 * The result depends on the order of nodes and edges in its last bits only; productGraph fixes that order.
 */
export function flow(input: FlowInput): Flow {
  const handedOut = unitsHandedOut(input);
  const state = newFlowState(
    adjacencyOf(input.nodeCount, input.edges),
    input.firstParty,
    initialInflow(input.units, handedOut.divisor),
    handedOut.belowFloor,
  );
  passTopologically(state);
  if (state.done < input.nodeCount) passThroughCycles(state);
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
