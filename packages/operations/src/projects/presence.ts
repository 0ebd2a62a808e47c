import { ProjectPresence, ReadPresence } from "@headwater/contract/projects";
import {
  productEras,
  productMasses,
  products,
  projects,
  snapshots,
  sources,
  teams,
} from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { addDays, epochDay, type Day } from "@headwater/domain/period";
import { and, asc, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { type Context, reading } from "../operation/index.ts";
import { periodOf } from "../ratios/period.ts";
import { findTeam } from "../teams/team.ts";
import { presenceOf } from "./presence-rule.ts";

const MARKS = { contained: "1", absent: "0", unknown: "?" } as const;

/** Which products contain which projects, from the masses that uploads stored; no graph is read. */
export const readPresence = reading({
  name: "project.read-presence",
  access: "ratio.read",
  input: ReadPresence,
  output: ProjectPresence,
  run: presenceOn,
});

export async function presenceOn(
  context: Context,
  input: { readonly period: string; readonly team?: string | undefined },
): Promise<ProjectPresence> {
  if (input.team !== undefined) await findTeam(context, input.team, "team");
  const { end } = periodOf(context, input.period);
  const last = addDays(end, -1);
  const on = last < context.today ? last : context.today;
  const shown = (await productsOn(context, on)).filter(
    (product) => input.team === undefined || product.team === input.team,
  );
  const at = on === context.today ? context.now : new Date(`${on}T23:59:59Z`);
  const absent = shown.map((product) => MARKS[presenceOf({ ...product, contained: false }, at).presence]);
  const placeOf = new Map(shown.map((product, place) => [product.id, place]));
  const items = new Map<string, { marks: string[]; ecosystems: Set<string> }>();
  for (const row of await containedOn(context, on)) {
    const place = placeOf.get(row.productId);
    if (place === undefined) continue;
    const item = items.get(row.projectId) ?? { marks: [...absent], ecosystems: new Set() };
    item.marks[place] = MARKS.contained;
    for (const ecosystem of row.ecosystems) item.ecosystems.add(ecosystem);
    items.set(row.projectId, item);
  }
  return {
    products: shown.map(({ slug, name, tier, team, teamName }) => ({
      product: slug,
      name,
      tier,
      team,
      teamName,
    })),
    items: [...items].map(([id, { marks, ecosystems }]) => ({
      id,
      marks: marks.join(""),
      ecosystems: [...ecosystems].sort(),
    })),
    absent: absent.join(""),
  };
}

/** Products in use on a day, the most critical first, with what is known of their inventories. */
async function productsOn(context: Context, on: Day) {
  const organizationId = context.organization.id;
  const rows = await context.db
    .select({
      id: products.id,
      slug: products.slug,
      name: products.name,
      tier: products.tier,
      team: teams.slug,
      teamName: teams.name,
      lastSeenAt: sql<
        string | null
      >`(select max(${sources.lastSeenAt}) from ${sources} where ${sources.organizationId} = ${products.organizationId} and ${sources.productId} = ${products.id})`,
    })
    .from(products)
    .leftJoin(teams, and(eq(teams.organizationId, products.organizationId), eq(teams.id, products.teamId)))
    .where(
      and(
        eq(products.organizationId, organizationId),
        or(isNull(products.retiredOn), gt(products.retiredOn, on)),
      ),
    )
    .orderBy(asc(products.tier), asc(products.slug));
  const shapes = await shapesOn(context, on);
  return rows.map(({ lastSeenAt, ...row }) => ({
    ...row,
    shapes: shapes.get(row.id) ?? [],
    lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt),
  }));
}

/** Of the snapshots in force on a day; of a first one that counts backwards to it as well. */
async function shapesOn(
  context: Context,
  on: Day,
): Promise<ReadonlyMap<Identifier<"prd">, readonly string[]>> {
  const organizationId = context.organization.id;
  const eras = await context.db
    .select({ productId: productEras.productId })
    .from(productEras)
    .where(
      and(
        eq(productEras.organizationId, organizationId),
        lte(productEras.startDay, epochDay(on)),
        gt(productEras.endDay, epochDay(on)),
      ),
    );
  const newest = await context.db
    .selectDistinctOn([sources.id], { productId: sources.productId, shape: snapshots.shape })
    .from(sources)
    .innerJoin(
      snapshots,
      and(eq(snapshots.organizationId, sources.organizationId), eq(snapshots.sourceId, sources.id)),
    )
    .where(
      and(
        eq(sources.organizationId, organizationId),
        eq(snapshots.effective, true),
        lte(snapshots.takenOn, on),
        or(isNull(sources.retiredOn), gt(sources.retiredOn, on)),
      ),
    )
    .orderBy(asc(sources.id), desc(snapshots.takenAt), desc(snapshots.id));
  const byProduct = Map.groupBy(newest, (row) => row.productId);
  return new Map(
    eras.map(({ productId }) => [
      productId,
      byProduct.get(productId)?.map((row) => row.shape) ?? ["counted backwards"],
    ]),
  );
}

async function containedOn(context: Context, on: Day) {
  return await context.db
    .select({
      productId: productMasses.productId,
      projectId: productMasses.projectId,
      ecosystems: productMasses.ecosystems,
    })
    .from(productMasses)
    .innerJoin(
      projects,
      and(
        eq(projects.organizationId, productMasses.organizationId),
        eq(projects.id, productMasses.projectId),
      ),
    )
    .where(
      and(
        eq(productMasses.organizationId, context.organization.id),
        eq(projects.controlled, false),
        lte(productMasses.startDay, epochDay(on)),
        gt(productMasses.endDay, epochDay(on)),
      ),
    )
    .orderBy(asc(productMasses.projectId));
}
