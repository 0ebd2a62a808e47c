import { sent } from "@headwater/db";
import { productEras } from "@headwater/db/tables";
import type { Era } from "@headwater/domain/attribution";
import { identifierFromUuid, identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { DEFINITION_VERSION } from "@headwater/domain/ratio";
import type { ProductUsage } from "@headwater/domain/usage";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { coalesced, intervalChanges, type EraUsage, type MassInterval } from "./intervals.ts";

type ProductId = Identifier<"prd">;
type ProjectUsage = ProductUsage<Identifier<"prj">>["rows"][number];

/** What a product keeps of its projects in an era; days since 1970-01-01. */
export interface UsedEra {
  readonly massDigest: string;
  readonly era: Era & { readonly startDay: number; readonly endDay: number };
  readonly usage: ProductUsage<Identifier<"prj">>;
}

export interface StoredEra {
  readonly startDay: number;
  readonly endDay: number;
  readonly massDigest: string | null;
}

/** A row of usage as text: equal for rows that keep the same. */
export function massLine({ project, mass, runtime, ecosystems }: ProjectUsage): string {
  return `${project} ${mass} ${runtime} ${ecosystems.map(({ ecosystem }) => ecosystem).join(" ")}`;
}

/** The eras that reach over the day or begin later. */
export async function storedEras(context: Context, productId: ProductId, from: number): Promise<StoredEra[]> {
  return await context.db
    .select({
      startDay: productEras.startDay,
      endDay: productEras.endDay,
      massDigest: productEras.massDigest,
    })
    .from(productEras)
    .where(
      and(
        eq(productEras.organizationId, context.organization.id),
        eq(productEras.productId, productId),
        gt(productEras.endDay, from),
      ),
    );
}

/** From the day on what is stored is `used`; before it nothing changes. `stored`: storedEras of the same day. */
export async function storeUsage(
  context: Context,
  productId: ProductId,
  given: { readonly from: number; readonly stored: readonly StoredEra[]; readonly used: readonly UsedEra[] },
): Promise<void> {
  const { from, stored, used } = given;
  await Promise.all([
    storeEras(context, productId, from, used),
    keepsTheSame(stored, used, from) ? null : storeMasses(context, productId, from, used),
  ]);
}

/** One era that goes on with the masses that are stored for it: no interval of them begins, ends or moves. */
function keepsTheSame(stored: readonly StoredEra[], used: readonly UsedEra[], from: number): boolean {
  const [before, now] = [stored[0], used[0]];
  return (
    stored.length === 1 &&
    used.length === 1 &&
    before !== undefined &&
    now !== undefined &&
    before.startDay < from &&
    now.era.startDay === from &&
    now.era.endDay === before.endDay &&
    now.massDigest === before.massDigest
  );
}

/** The era that reaches over `from` is cut there: its days before stay as they were. */
async function storeEras(
  context: Context,
  productId: ProductId,
  from: number,
  used: readonly UsedEra[],
): Promise<void> {
  const organizationId = context.organization.id;
  const [organization, product] = [identifierToUuid(organizationId), identifierToUuid(productId)];
  const cut = sent(
    context.db.execute(sql`
    with cut as (
      update product_eras set end_day = ${from}
      where organization_id = ${organization}::uuid and product_id = ${product}::uuid and end_day > ${from} and start_day < ${from}
    )
    delete from product_eras
    where organization_id = ${organization}::uuid and product_id = ${product}::uuid and start_day >= ${from}`),
  );
  const insert = () =>
    context.db.insert(productEras).values(
      used.map(({ era, usage, massDigest }) => ({
        organizationId,
        productId,
        startDay: era.startDay,
        endDay: era.endDay,
        kept: usage.kept,
        leftOver: usage.leftOver,
        assumed: era.assumed,
        shapes: [
          ...(usage.list ? ["list"] : []),
          ...(usage.flat ? ["flat"] : []),
          ...(usage.modelled ? ["modelled"] : []),
        ],
        definitionVersion: DEFINITION_VERSION,
        massDigest,
      })),
    );
  await Promise.all([cut, used.length === 0 ? null : sent(insert())]);
}

async function storeMasses(
  context: Context,
  productId: ProductId,
  from: number,
  used: readonly UsedEra[],
): Promise<void> {
  const wanted = coalesced(
    used.map(({ era, usage }): EraUsage => ({
      startDay: era.startDay,
      endDay: era.endDay,
      rows: usage.rows.map(massRow),
    })),
  );
  const stored = await storedMasses(context, productId, from);
  const { deletes, ends, inserts } = intervalChanges(stored, wanted, from);
  const organization = identifierToUuid(context.organization.id);
  const product = identifierToUuid(productId);
  await Promise.all([
    deletes.length === 0
      ? null
      : sent(
          context.db.execute(sql`
            delete from product_masses m using unnest(${uuids(deletes)}::uuid[], ${sql.param(deletes.map((row) => row.startDay))}::int[]) as gone(project_id, start_day)
            where m.organization_id = ${organization}::uuid and m.product_id = ${product}::uuid and m.project_id = gone.project_id and m.start_day = gone.start_day`),
        ),
    ends.length === 0
      ? null
      : sent(
          context.db.execute(sql`
            update product_masses m set end_day = moved.end_day
            from unnest(${uuids(ends)}::uuid[], ${sql.param(ends.map((row) => row.startDay))}::int[], ${sql.param(ends.map((row) => row.endDay))}::int[]) as moved(project_id, start_day, end_day)
            where m.organization_id = ${organization}::uuid and m.product_id = ${product}::uuid and m.project_id = moved.project_id and m.start_day = moved.start_day`),
        ),
    inserts.length === 0 ? null : sent(insertMasses(context, organization, product, inserts)),
  ]);
}

/** Rows come as PostgreSQL writes them: the query builder would look at each value of thousands of rows. */
async function storedMasses(context: Context, productId: ProductId, from: number): Promise<MassInterval[]> {
  const [organization, product] = [identifierToUuid(context.organization.id), identifierToUuid(productId)];
  const { rows } = await context.db.execute<{
    project_id: string;
    start_day: number;
    end_day: number;
    mass: string;
    runtime: boolean;
    ecosystems: string;
  }>(sql`
    select project_id, start_day, end_day, mass, runtime, array_to_string(ecosystems, ' ') as ecosystems from product_masses
    where organization_id = ${organization}::uuid and product_id = ${product}::uuid and end_day > ${from}`);
  return rows.map((row) => ({
    projectId: identifierFromUuid("prj", row.project_id),
    startDay: row.start_day,
    endDay: row.end_day,
    mass: Number(row.mass),
    runtime: row.runtime,
    ecosystems: row.ecosystems === "" ? [] : row.ecosystems.split(" "),
  }));
}

function insertMasses(
  context: Context,
  organization: string,
  product: string,
  rows: readonly MassInterval[],
) {
  return context.db.execute(sql`
    insert into product_masses (organization_id, product_id, project_id, start_day, end_day, mass, runtime, ecosystems)
    select ${organization}::uuid, ${product}::uuid, project_id, start_day, end_day, mass, runtime, string_to_array(ecosystems, ' ')
    from unnest(
      ${uuids(rows)}::uuid[],
      ${sql.param(rows.map((row) => row.startDay))}::int[],
      ${sql.param(rows.map((row) => row.endDay))}::int[],
      ${sql.param(rows.map((row) => row.mass))}::bigint[],
      ${sql.param(rows.map((row) => row.runtime))}::boolean[],
      ${sql.param(rows.map((row) => row.ecosystems.join(" ")))}::text[]
    ) as row(project_id, start_day, end_day, mass, runtime, ecosystems)`);
}

function uuids(rows: readonly { readonly projectId: Identifier<"prj"> }[]) {
  return sql.param(rows.map((row) => identifierToUuid(row.projectId)));
}

function massRow(row: ProjectUsage): Omit<MassInterval, "startDay" | "endDay"> {
  return {
    projectId: row.project,
    mass: row.mass,
    runtime: row.runtime,
    ecosystems: row.ecosystems.map(({ ecosystem }) => ecosystem),
  };
}
