import { flow } from "./flow.ts";
import { quantiseMass, WHOLE_MASS } from "./mass.ts";
import type { FirstParty } from "./package-nodes.ts";
import { productGraph } from "./product-graph.ts";
import { DIRECT, type SourceGraph } from "./source-graph.ts";

export interface ProjectUsage<Key extends string> {
  readonly project: Key;
  /** Kept mass, whole units of 1e-15 of the product; 0 for what lies in the files but is needed by nothing. */
  readonly mass: number;
  readonly runtime: boolean;
  /** null: no file says. */
  readonly direct: boolean | null;
  /** The mass by purl type, sorted, in equal parts where the project is published in several; sums to `mass`. */
  readonly ecosystems: readonly { readonly ecosystem: string; readonly mass: number }[];
}

export interface ProductUsage<Key extends string> {
  /** Every project contained in the product, sorted by key. */
  readonly rows: readonly ProjectUsage<Key>[];
  /** Whole units of 1e-15; `kept` is the sum of the rows' mass, and kept + leftOver = 1e15. */
  readonly kept: number;
  readonly leftOver: number;
  /** Some source tells no directness, is made of OS packages, or had its edges modelled (product.md, 6 c to e). */
  readonly list: boolean;
  readonly flat: boolean;
  readonly modelled: boolean;
}

/** What the sources in force of one product say of the projects that it stands on. Floor in units: see FlowInput. */
export function productUsage<Key extends string>(
  sources: readonly SourceGraph[],
  projectOf: (packageKey: string) => Key | FirstParty,
  floor: number,
): ProductUsage<Key> {
  const graph = productGraph(sources, projectOf);
  const flowed = flow({ ...graph, floor });
  const { mass, leftOver } = quantiseMass(flowed.kept, flowed.leftOver);
  const shapes = new Set(sources.map((source) => source.shape));
  return {
    rows: graph.projects.map((project, node) => ({
      project,
      mass: mass[node] ?? 0,
      runtime: graph.runtime[node] === 1,
      direct: directness(graph.direct[node] ?? DIRECT.untold),
      ecosystems: inEqualParts(mass[node] ?? 0, graph.ecosystems[node] ?? []),
    })),
    kept: WHOLE_MASS - leftOver,
    leftOver,
    list: shapes.has("list"),
    flat: shapes.has("flat"),
    modelled: shapes.has("modelled"),
  };
}

function directness(code: number): boolean | null {
  if (code === DIRECT.untold) return null;
  return code === DIRECT.yes;
}

function inEqualParts(mass: number, ecosystems: readonly string[]): { ecosystem: string; mass: number }[] {
  const part = Math.floor(mass / ecosystems.length);
  const larger = mass - part * ecosystems.length;
  return ecosystems.map((ecosystem, place) => ({ ecosystem, mass: place < larger ? part + 1 : part }));
}
