import { type InventoryRow, ProductInventory, ReadInventory } from "@headwater/contract/products";
import type { Identifier } from "@headwater/domain/identifier";
import { identifierToUuid } from "@headwater/domain/identifier";
import { parseInstant } from "@headwater/domain/period";
import { sql, type SQL } from "drizzle-orm";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { foreignCursor } from "../listing/newest-first.ts";
import { type Context, reading, Refused } from "../operation/index.ts";
import { findProduct } from "./find.ts";
import { inventoryPaths } from "./inventory-paths.ts";
import { massesToday, type MassesToday } from "./masses-today.ts";

type ProductId = Identifier<"prd">;

/** What is in a product now: package versions with their scope, the way by which they come, and their project. */
export const readInventory = reading({
  name: "product.inventory",
  access: "product.read",
  input: ReadInventory,
  output: ProductInventory,
  async run(context, input, runtime): Promise<ProductInventory> {
    const product = await findProduct(context, input.slug);
    const masses = await massesToday(context, product.id);
    const state = runtime.sha256(JSON.stringify([...masses.shares])).slice(0, 16);
    const { at, from } = placeOf(context, input.cursor, state);
    const base = inForceAt(context, product.id, at);
    const wanted = sql`${base} ${filters(input)}`;
    const { rows } = await context.db.execute<Row>(sql`
      select c.package_id, p.purl, p.key, p.name, p.type, c.version, c.scope, c.direct, s.id as source_id, s.path, c.since,
        j.id as project_id, j.slug, j.name as project_name, j.provisional, count(*) over () as total
      ${wanted} order by ${orderOf(input.sort)}, p.name, p.purl, c.version, s.path limit ${input.limit} offset ${from}`);
    const pathOf = await inventoryPaths(context, runtime, product.slug, rows, at);
    const total = rows.length > 0 ? Number(rows[0]?.total) : from === 0 ? 0 : await countOf(context, wanted);
    const end = from + rows.length;
    return {
      items: rows.map((row) => shownRow(row, masses, pathOf(row))),
      nextCursor:
        end < total ? printCursor({ pin: `${at.toISOString()} ${state}`, after: String(end) }) : null,
      total,
      ...(await facets(context, base)),
    };
  },
});

export interface Row extends Record<string, unknown> {
  readonly purl: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Empty where the file states none. */
  readonly version: string;
  readonly scope: string;
  readonly direct: boolean | null;
  readonly source_id: string;
  readonly path: string;
  readonly since: string | Date;
  readonly project_id: string;
  readonly slug: string;
  readonly project_name: string;
  readonly provisional: boolean;
  readonly total: string;
}

function shownRow(row: Row, masses: MassesToday, path: readonly string[]): InventoryRow {
  return {
    package: row.purl,
    name: row.name,
    ecosystem: row.type,
    version: row.version === "" ? null : row.version,
    scope: row.scope,
    direct: row.direct,
    source: row.path,
    since: new Date(row.since).toISOString(),
    project: row.slug,
    projectName: row.project_name,
    provisional: row.provisional,
    usageShare: masses.shareOf(row.project_id),
    path: [...path],
  };
}

/**
 * Pages of one list agree: they are of what was in force at the moment of the first one, and where a mapping has moved
 * packages to other projects meanwhile, the first page has to be asked for again.
 */
function placeOf(context: Context, text: string | undefined, state: string) {
  const cursor = parseCursor(text);
  if (cursor === null) return { at: context.now, from: 0 };
  const [instant = "", seen] = cursor.pin.split(" ");
  if (parseInstant(instant) === null || !/^\d{1,9}$/.test(cursor.after)) throw foreignCursor();
  if (seen !== state)
    throw new Refused(
      "cursor-expired",
      "Something changed since the first page, and pages of two states are not mixed. Ask for the first page again.",
    );
  return { at: new Date(instant), from: Number(cursor.after) };
}

function inForceAt(context: Context, product: ProductId, at: Date): SQL {
  const instant = at.toISOString();
  const today = context.today;
  return sql`
    from components c
    join sources s on s.organization_id = c.organization_id and s.id = c.source_id
    join packages p on p.organization_id = c.organization_id and p.id = c.package_id
    join projects j on j.organization_id = p.organization_id and j.id = p.project_id
    left join product_masses m on m.organization_id = c.organization_id and m.product_id = s.product_id and m.project_id = j.id
      and m.start_day <= ${today}::date - '1970-01-01'::date and m.end_day > ${today}::date - '1970-01-01'::date
    where c.organization_id = ${identifierToUuid(context.organization.id)}::uuid
      and s.product_id = ${identifierToUuid(product)}::uuid
      and (s.retired_on is null or s.retired_on > ${today}::date)
      and c.since <= ${instant}::timestamptz and (c.until is null or c.until > ${instant}::timestamptz)`;
}

function filters({ q = "", scope, direct, source }: ReadInventory): SQL {
  const like = `%${q.trim().replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
  return sql`
    ${q.trim() === "" ? sql`` : sql`and (p.name ilike ${like} or p.purl ilike ${like} or j.name ilike ${like} or j.slug ilike ${like} or c.version ilike ${like})`}
    ${scope === undefined ? sql`` : sql`and c.scope = ${scope}`}
    ${direct === undefined ? sql`` : sql`and ${directness} = ${direct}`}
    ${source === undefined ? sql`` : sql`and s.path = ${source}`}`;
}

const directness = sql`case when c.direct then 'direct' when c.direct is null then 'unknown' else 'indirect' end`;

function orderOf(sort: ReadInventory["sort"]): SQL {
  if (sort === "usage") return sql`m.mass desc nulls last, c.direct desc nulls last, j.slug`;
  if (sort === "project") return sql`j.slug`;
  if (sort === "since") return sql`c.since desc`;
  return sql`lower(p.name)`;
}

async function countOf(context: Context, wanted: SQL): Promise<number> {
  const { rows } = await context.db.execute<{ rows: string }>(sql`select count(*) as rows ${wanted}`);
  return Number(rows[0]?.rows ?? 0);
}

type Facets = Pick<ProductInventory, "all" | "scopes" | "directness" | "sources">;

/** How many rows each filter would leave of all. */
async function facets(context: Context, base: SQL): Promise<Facets> {
  const { rows } = await context.db.execute<{
    scope: string;
    directness: string;
    path: string;
    rows: string;
  }>(sql`select c.scope, ${directness} as directness, s.path, count(*) as rows ${base} group by 1, 2, 3`);
  const by = (name: "scope" | "directness" | "path") =>
    [...Map.groupBy(rows, (row) => row[name])]
      .map(([value, group]) => ({ value, rows: sum(group) }))
      .sort((one, other) => other.rows - one.rows || (one.value < other.value ? -1 : 1));
  return { all: sum(rows), scopes: by("scope"), directness: by("directness"), sources: by("path") };
}

function sum(rows: readonly { readonly rows: string }[]): number {
  return rows.reduce((total, row) => total + Number(row.rows), 0);
}
