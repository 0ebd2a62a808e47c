import {
  OPEN_END_DAY,
  OPEN_START_DAY,
  productEras,
  products,
  projects,
  sources,
  teams,
} from "@headwater/db/tables";
import type { UsageInput, UsageRow } from "@headwater/domain/attribution";
import { identifierFromUuid, identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { epochDay, type Period } from "@headwater/domain/period";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { scheduler } from "node:timers/promises";
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
  const rows = await massRows(context, { start, end }, ids);
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
      rows,
      controlled,
    },
  };
}

/**
 * Masses of the products that touch the days. Rows come as PostgreSQL writes them: the query builder would look at each value
 * of tens of thousands of rows. What many rows share is made once.
 */
async function massRows(
  context: Context,
  { start, end }: { readonly start: number; readonly end: number },
  ids: ReadonlySet<string>,
): Promise<UsageRows[]> {
  const { rows } = await context.db.execute<{
    product_id: string;
    project_id: string;
    start_day: number;
    end_day: number;
    mass: string;
    runtime: boolean;
    ecosystems: string;
  }>(sql`
    select product_id, project_id, start_day, end_day, mass, runtime, array_to_string(ecosystems, ' ') as ecosystems
    from product_masses
    where organization_id = ${identifierToUuid(context.organization.id)}::uuid and start_day < ${end} and end_day > ${start}`);
  await scheduler.yield();
  const productOf = onceEach((uuid: string) => identifierFromUuid("prd", uuid));
  const projectOf = onceEach((uuid: string) => identifierFromUuid("prj", uuid));
  const ecosystemsOf = onceEach((text: string) => (text === "" ? [] : text.split(" ")));
  const masses: UsageRows[] = [];
  for (const row of rows) {
    const productId = productOf(row.product_id);
    if (!ids.has(productId)) continue;
    masses.push({
      start: row.start_day === OPEN_START_DAY ? null : row.start_day,
      end: row.end_day === OPEN_END_DAY ? null : row.end_day,
      productId,
      projectId: projectOf(row.project_id),
      mass: Number(row.mass),
      runtime: row.runtime,
      ecosystems: ecosystemsOf(row.ecosystems),
    });
  }
  return masses;
}

function onceEach<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
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
