import {
  OPEN_END_DAY,
  OPEN_START_DAY,
  productEras,
  productMasses,
  products,
  projects,
  sources,
  teams,
} from "@headwater/db/tables";
import type { UsageInput, UsageRow } from "@headwater/domain/attribution";
import type { Identifier } from "@headwater/domain/identifier";
import { epochDay, type Period } from "@headwater/domain/period";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { badField, type Context } from "../operation/index.ts";
import { findTeam } from "../teams/team.ts";

type ProductId = Identifier<"prd">;
type ProjectId = Identifier<"prj">;

export interface ProductFacts {
  readonly id: ProductId;
  readonly slug: string;
  readonly name: string;
  readonly points: number;
  readonly teamId: Identifier<"tea"> | null;
  readonly retiredOn: string | null;
  readonly lastSeenAt: Date | null;
}

export interface UsageRows extends UsageRow<ProjectId, ProductId> {
  /** Purl types in which the product has the project. */
  readonly ecosystems: readonly string[];
}

/** What usage is computed from, for the products that a filter chose. */
export interface UsageFacts {
  readonly products: readonly ProductFacts[];
  readonly input: Omit<UsageInput<ProjectId, ProductId>, "rows"> & { readonly rows: readonly UsageRows[] };
}

const pointsOfTier = new Map([
  [1, 8],
  [2, 4],
  [3, 2],
  [4, 1],
]);

/** The points that a product hands out: of its tier, or of its own. */
export function pointsOf(tier: number, weight: string | null): number {
  return weight === null ? (pointsOfTier.get(tier) ?? 1) : Number(weight);
}

/** Reads eras and masses that touch the period: facts that uploads stored, no graph. */
export async function usageFacts(
  context: Context,
  period: Period,
  filter: { readonly product?: string | undefined; readonly team?: string | undefined },
): Promise<UsageFacts> {
  const chosen = await chosenProducts(context, filter);
  const controlled = await controlledProjects(context);
  const ids = new Set(chosen.map((product) => product.id));
  const [start, end] = [epochDay(period.start), epochDay(period.end)];
  const organizationId = context.organization.id;
  const eras = await context.db
    .select()
    .from(productEras)
    .where(
      and(
        eq(productEras.organizationId, organizationId),
        lt(productEras.startDay, end),
        gt(productEras.endDay, start),
      ),
    );
  const masses = await context.db
    .select({
      productId: productMasses.productId,
      projectId: productMasses.projectId,
      startDay: productMasses.startDay,
      endDay: productMasses.endDay,
      mass: productMasses.mass,
      runtime: productMasses.runtime,
      ecosystems: productMasses.ecosystems,
    })
    .from(productMasses)
    .where(
      and(
        eq(productMasses.organizationId, organizationId),
        lt(productMasses.startDay, end),
        gt(productMasses.endDay, start),
      ),
    );
  const erasOf = Map.groupBy(eras, (era) => era.productId);
  return {
    products: chosen,
    input: {
      products: chosen.map((product) => ({
        productId: product.id,
        points: product.points,
        eras: (erasOf.get(product.id) ?? []).map((era) => ({
          ...rangeOf(era),
          kept: era.kept,
          assumed: era.assumed,
        })),
      })),
      rows: masses
        .filter((row) => ids.has(row.productId))
        .map((row) => ({
          ...rangeOf(row),
          productId: row.productId,
          projectId: row.projectId,
          mass: row.mass,
          runtime: row.runtime,
          ecosystems: row.ecosystems,
        })),
      controlled,
    },
  };
}

function rangeOf(row: { readonly startDay: number; readonly endDay: number }): {
  start: number | null;
  end: number | null;
} {
  return {
    start: row.startDay === OPEN_START_DAY ? null : row.startDay,
    end: row.endDay === OPEN_END_DAY ? null : row.endDay,
  };
}

async function chosenProducts(
  context: Context,
  filter: { readonly product?: string | undefined; readonly team?: string | undefined },
): Promise<ProductFacts[]> {
  const rows = await context.db
    .select({
      id: products.id,
      slug: products.slug,
      name: products.name,
      tier: products.tier,
      weight: products.weight,
      teamId: products.teamId,
      team: teams.slug,
      retiredOn: products.retiredOn,
      lastSeenAt: sql<
        string | null
      >`(select max(${sources.lastSeenAt}) from ${sources} where ${sources.organizationId} = ${products.organizationId} and ${sources.productId} = ${products.id})`,
    })
    .from(products)
    .leftJoin(teams, and(eq(teams.organizationId, products.organizationId), eq(teams.id, products.teamId)))
    .where(eq(products.organizationId, context.organization.id));
  // A team without products has no usage; a team that there is not is a mistake, and must not look like one.
  if (filter.team !== undefined) await findTeam(context, filter.team, "team");
  if (filter.product !== undefined && !rows.some((row) => row.slug === filter.product))
    throw badField("product", `there is no product ${JSON.stringify(filter.product)}`, "unknown-product");
  return rows
    .filter(
      (row) =>
        (filter.product === undefined || row.slug === filter.product) &&
        (filter.team === undefined || row.team === filter.team),
    )
    .map(({ tier, weight, team: _, lastSeenAt, ...row }) => ({
      ...row,
      points: pointsOf(tier, weight),
      lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt),
    }));
}

async function controlledProjects(context: Context): Promise<Set<string>> {
  const rows = await context.db
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.organizationId, context.organization.id), eq(projects.controlled, true)));
  return new Set(rows.map((row) => row.id));
}
