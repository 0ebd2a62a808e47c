import pg, { type ClientBase } from "pg";
import pgBossPackage from "pg-boss/package.json" with { type: "json" };
import { jobTables } from "./tables.ts";

export { type SentJob, sendJobs } from "./send.ts";
export { jobTables } from "./tables.ts";
export { jobsOf, jobsWait } from "./waiting.ts";

/** The shape of the tables that the pg-boss of this version of Headwater works on; it refuses to start on another. */
const wantedVersion = pgBossPackage.pgboss.schema;

/**
 * Makes or migrates the tables of pg-boss as their owner and lets the app's role use them, so that the app itself
 * may change no table. The caller holds the advisory lock and has made the schema. A start that finds all in place changes nothing.
 */
export async function prepareQueue(client: ClientBase, appRole: string): Promise<void> {
  const version = await installedVersion(client);
  if (version === wantedVersion && (await mayUse(client, appRole))) return;
  if (version === null || version < wantedVersion) await install(client, version);
  const [schema, role] = [pg.escapeIdentifier(jobTables), pg.escapeIdentifier(appRole)];
  await client.query(`
    begin;
    revoke create on schema ${schema} from ${role};
    grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant usage, select on all sequences in schema ${schema} to ${role};
    grant execute on all functions in schema ${schema} to ${role};
    commit`);
}

async function installedVersion(client: ClientBase): Promise<number | null> {
  const { rows: found } = await client.query(
    "select to_regclass($1) as present where to_regclass($1) is not null",
    [`${jobTables}.version`],
  );
  if (found.length === 0) return null;
  const { rows } = await client.query<{ version: number }>(`select version from ${jobTables}.version`);
  return rows[0]?.version ?? null;
}

async function mayUse(client: ClientBase, appRole: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select coalesce(bool_and(has_table_privilege($2, c.oid, 'insert') and has_table_privilege($2, c.oid, 'delete')), false) as may
     from pg_class c where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p')`,
    [jobTables, appRole],
  );
  return rows[0]?.may === true;
}

/** pg-boss is loaded only here, because most starts find nothing to do. */
async function install(client: ClientBase, version: number | null): Promise<void> {
  const { getConstructionPlans, getMigrationPlans } = await import("pg-boss");
  await client.query(
    version === null
      ? getConstructionPlans(jobTables, { createSchema: false })
      : inOneTransaction(getMigrationPlans(jobTables, version)),
  );
}

/**
 * A plan of migration builds its indexes concurrently after its commit, which would leave none behind a crash and which
 * several statements sent at once may not do. No job runs long enough here to mind the lock.
 */
function inOneTransaction(plan: string): string {
  const whole = plan
    .replace(/^\s*COMMIT;/m, "")
    .replaceAll(/^(CREATE|DROP)( UNIQUE)? INDEX CONCURRENTLY /gm, "$1$2 INDEX ");
  return `${whole}\ncommit`;
}
