import type { ClientBase } from "pg";

/** The settings that decide how values are written as text, the same for writing and reading. */
export const exactText =
  "set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex'";

export type TableColumns = { table: string; columns: string[] };

/** `installation` belongs to the database that is restored into, not to what is restored. */
export async function readColumns(client: ClientBase): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(
    `select c.relname as table, array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped order by attnum) as columns
     from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.relname <> 'installation' order by 1`,
  );
  // Users before sessions and members: the tables of identity refer to each other, and first of all to auth_users.
  return rows.sort(
    (left, right) => Number(right.table === "auth_users") - Number(left.table === "auth_users"),
  );
}
