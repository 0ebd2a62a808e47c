import type { Identifier } from "@headwater/domain/identifier";
import { dayOf } from "@headwater/domain/period";
import type { ComputedRatios } from "../ratios/compute.ts";
import type { WhyRows, WhyUnknown } from "./answer.ts";
import type { Asked } from "./asked.ts";
import { bounded } from "./bounded.ts";

export interface UsageRowsAsked {
  readonly masses: WhyRows["masses"];
  readonly eras: WhyRows["eras"];
  readonly unknowns: readonly WhyUnknown[];
}

type ProductId = Identifier<"prd">;
type Range = { readonly start: number | null; readonly end: number | null };

/** Masses of the project, or of all where every share is needed, and the eras of all products, each with what counts of it. */
export function usageRows({ definition, computed, project }: Asked): UsageRowsAsked {
  if (definition.usage === "none") return { masses: [], eras: [], unknowns: [] };
  const { input } = computed.usage;
  const one = definition.usage === "project" ? (project?.id ?? null) : null;
  const rows = input.rows.filter(
    (row) => !input.controlled.has(row.projectId) && (one === null || row.projectId === one),
  );
  const slugs = new Map<ProductId, string>(
    computed.usage.products.map((product) => [product.id, product.slug]),
  );
  const masses = bounded(
    rows.map((row) => ({
      product: slugs.get(row.productId) ?? row.productId,
      project: row.projectId,
      ...days(row),
      mass: row.mass,
      runtime: row.runtime,
    })),
    rows.length,
    "masses",
  );
  const all = erasOf(computed, slugs);
  const eras = bounded(all, all.length, "eras");
  return {
    masses: masses.items,
    eras: eras.items,
    unknowns: [...masses.unknowns, ...eras.unknowns, ...daysWithout(computed)],
  };
}

/** What projects that the company controls keep is taken off: it counts for nobody. */
function erasOf({ usage }: ComputedRatios, slugs: ReadonlyMap<ProductId, string>): WhyRows["eras"] {
  const controlled = Map.groupBy(
    usage.input.rows.filter((row) => usage.input.controlled.has(row.projectId)),
    (row) => row.productId,
  );
  return usage.input.products.flatMap(({ productId, points, eras }) =>
    eras.map((era) => {
      const own = (controlled.get(productId) ?? [])
        .filter((row) => covers(row, era))
        .reduce((sum, row) => sum + row.mass, 0);
      return { product: slugs.get(productId) ?? productId, points, ...days(era), kept: era.kept - own };
    }),
  );
}

/** Masses begin and end where eras do, so that one day of an era says it for all. */
function covers(row: Range, era: Range): boolean {
  return (
    (row.start ?? -Infinity) <= (era.start ?? -Infinity) && (row.end ?? Infinity) >= (era.end ?? Infinity)
  );
}

function days({ start, end }: Range): { from: string | null; to: string | null } {
  return { from: start === null ? null : dayOf(start), to: end === null ? null : dayOf(end) };
}

function daysWithout({ over }: ComputedRatios): WhyUnknown[] {
  return over.unknownDays === 0
    ? []
    : [{ what: "days on which no project kept anything", reason: "no-usage", rows: over.unknownDays }];
}
