import { usageOver, type UsageRow, type UsedProduct } from "@headwater/domain/attribution";
import { dayOf } from "@headwater/domain/period";
import {
  productUsage,
  sourceGraphOf,
  WHOLE_MASS,
  type ProductUsage,
  type SourceGraph,
} from "@headwater/domain/usage";
import type { PortfolioProduct } from "../inventories/portfolio.ts";

export interface PortfolioUsage {
  readonly products: readonly { readonly name: string; readonly usage: ProductUsage<string> }[];
  /** The largest first; equal ones by name. */
  readonly projects: readonly ProjectLine[];
}

interface ProjectLine {
  readonly project: string;
  readonly usageShare: number;
  readonly reach: number;
  /** Versionless purls, sorted. */
  readonly packages: readonly string[];
}

/** Points of tier 3: nobody has said yet which product matters more. */
const points = 2;

/** Usage share and reach of every project over products that are all in use (product.md, "The numbers"). */
export function portfolioUsage(
  products: readonly PortfolioProduct[],
  projectOf: (key: string) => string,
  isOwn: (key: string) => boolean,
  floor: number,
): PortfolioUsage {
  const packagesOf = new Map<string, Set<string>>();
  const place = (key: string): string => {
    const project = isOwn(key) ? "first-party" : projectOf(key);
    const known = packagesOf.get(project);
    if (known === undefined) packagesOf.set(project, new Set([key]));
    else known.add(key);
    return project;
  };
  const used = products.flatMap(({ name, sources }) => {
    const graphs: SourceGraph[] = sources.flatMap((source) =>
      source.kind === "inventory" ? [sourceGraphOf(source.inventory)] : [],
    );
    return graphs.length === 0 ? [] : [{ name, usage: productUsage(graphs, place, floor) }];
  });
  const always = { start: null, end: null };
  const input = {
    products: used.map(({ name, usage }): UsedProduct<string> => ({
      productId: name,
      points,
      eras: [{ ...always, kept: usage.kept, assumed: false }],
    })),
    rows: used.flatMap(({ name, usage }) =>
      usage.rows.map(({ project, mass, runtime }): UsageRow<string, string> => ({
        ...always,
        productId: name,
        projectId: project,
        mass,
        runtime,
      })),
    ),
    controlled: new Set<string>(),
  };
  // One day stands for all: the files say what is in use now.
  const { shares } = usageOver({ start: dayOf(0), end: dayOf(1) }, input);
  return {
    products: used,
    projects: Array.from(shares, ([project, { usageShare, reach }]) => ({
      project,
      usageShare,
      reach,
      packages: [...(packagesOf.get(project) ?? [])].sort(),
    })).sort(
      (one, other) =>
        other.usageShare - one.usageShare ||
        other.reach - one.reach ||
        (one.project < other.project ? -1 : 1),
    ),
  };
}

/** Part of a product's points that no project received: below the floor, or with no way out of its own code. */
export function leftOverPart({ leftOver }: ProductUsage<string>): number {
  return leftOver / WHOLE_MASS;
}
