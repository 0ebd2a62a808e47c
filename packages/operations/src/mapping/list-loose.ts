import { ListLoosePackages, LoosePackages } from "@headwater/contract/mapping";
import { components, packages, products, sources } from "@headwater/db/tables";
import { firstPartyTest } from "@headwater/domain/mapping";
import { proposedProject } from "@headwater/domain/package";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Context, reading } from "../operation/index.ts";
import { computedRatios } from "../ratios/compute.ts";
import { packageRows } from "./decided-packages.ts";
import { ownKeys } from "./own-packages.ts";

/** Packages that stand alone because nobody says where they belong: the head of the queue, by what rests on them. */
export const listLoosePackages = reading({
  name: "package-project.list-loose",
  access: "mapping.read",
  input: ListLoosePackages,
  output: LoosePackages,
  async run(context, input) {
    const isOwn = firstPartyTest({
      patterns: context.organization.firstPartyPatterns,
      own: await ownKeys(context),
    });
    const { over } = await computedRatios(context, { period: "ttm" });
    const loose = (await packageRows(context, eq(packages.basis, "provisional")))
      .filter(({ purl }) => !isOwn(purl))
      .map((row) => ({ row, share: over.shares.get(row.projectId)?.usageShare ?? 0 }))
      // In the order of their purls already: equals stay in it, and a remainder of a mass makes none unequal.
      .sort((one, other) => inSteps(other.share) - inSteps(one.share));
    const shown = loose.slice(0, input.limit);
    const uses = await usesOf(
      context,
      shown.map(({ row }) => row.id),
    );
    return {
      items: shown.map(({ row, share }) => ({
        package: row.purl,
        name: row.name,
        project: row.project,
        usageShare: over.shares.size === 0 ? null : share,
        ...shownUses(uses.get(row.id) ?? []),
        proposal: proposedProject(row.purl),
      })),
      total: loose.length,
    };
  },
});

/** Shares agree to 1e-12; below that they say nothing of what rests on a package. */
function inSteps(share: number): number {
  return Math.round(share * 1e12);
}

interface PackageUse {
  readonly slug: string;
  readonly name: string;
  readonly version: string;
  readonly direct: boolean | null;
}

/** Where the packages are in force, product by product. */
async function usesOf(
  context: Context,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly PackageUse[]>> {
  const rows = await context.db
    .select({
      id: components.packageId,
      slug: products.slug,
      name: products.name,
      version: components.version,
      direct: components.direct,
    })
    .from(components)
    .innerJoin(
      sources,
      and(eq(sources.organizationId, components.organizationId), eq(sources.id, components.sourceId)),
    )
    .innerJoin(
      products,
      and(eq(products.organizationId, sources.organizationId), eq(products.id, sources.productId)),
    )
    .where(
      and(
        eq(components.organizationId, context.organization.id),
        isNull(components.until),
        sql`${components.packageId} = any(${sql.param([...ids])}::bigint[])`,
      ),
    )
    .orderBy(asc(products.tier), asc(products.slug), asc(components.version));
  return Map.groupBy(rows, ({ id }) => id);
}

function shownUses(uses: readonly PackageUse[]) {
  const byProduct = Map.groupBy(uses, ({ slug }) => slug);
  return {
    products: [...byProduct].map(([slug, ofProduct]) => ({
      slug,
      name: ofProduct[0]?.name ?? slug,
      direct: directness(ofProduct.map(({ direct }) => direct)),
    })),
    versions: [...new Set(uses.map(({ version }) => version))].filter((version) => version !== ""),
  };
}

/** Direct anywhere is direct; unknown where no source says that it is, and one cannot say. */
function directness(said: readonly (boolean | null)[]): boolean | null {
  if (said.includes(true)) return true;
  return said.includes(null) ? null : false;
}
