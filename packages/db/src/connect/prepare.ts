import pg, { type ClientBase } from "pg";
import { migrate, type MigrationsFolder } from "../migrate/index.ts";
import { protect } from "../protect/index.ts";
import { prepareQueue } from "../queue/index.ts";
import type { Address } from "./address.ts";
import { asUnavailable } from "./failure.ts";
import { StartRefused } from "./refusal.ts";
import { grantSchemas, makeAppRole, roleName, takeOwnerRole } from "./roles.ts";
import { secretFingerprint } from "./secret.ts";

export type Preparation = {
  /** Enters as the owner of the tables, or as one who may make roles. */
  owner: Address;
  secret: string;
  /** The role that the app will connect as, where it exists already; null: it is made. */
  existingAppRole: string | null;
  migrationsFolder: MigrationsFolder;
  log: (line: string) => void;
};

/** Any number, so long as every version of Headwater uses the same one. Advisory locks belong to one database. */
const preparationLock = "4857415445520001";

const oldestServer = 140_000;

/**
 * Makes the database what this version expects: roles, migrations, row-level security, privileges, the secret's fingerprint.
 * One server at a time does so; a second that starts meanwhile waits and finds all done. Returns the app's role.
 */
export async function prepare(preparation: Preparation): Promise<string> {
  const client = new pg.Client({
    ...preparation.owner,
    connectionTimeoutMillis: 10_000,
    application_name: "headwater migrations",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    // A multiple of the session's life: ends with it, also when this process is killed.
    await client.query("select pg_advisory_lock($1::bigint)", [preparationLock]);
    return await prepareLocked(client, preparation);
  } catch (error) {
    throw asUnavailable(error) ?? error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function prepareLocked(
  client: ClientBase,
  { owner, secret, existingAppRole, migrationsFolder, log }: Preparation,
): Promise<string> {
  const session = await readSession(client);
  await client.query("set search_path = public");
  // Before anything is changed: another secret would also give the app's role another password.
  await refuseOtherSecret(client, secret);
  const appRole = existingAppRole ?? roleName(owner.database, "app");
  if (existingAppRole === null) await makeAppRole(client, session, appRole, secret);
  await takeOwnerRole(client, session);
  await grantSchemas(client, appRole);
  const applied = await migrate(client, migrationsFolder);
  for (const name of applied) log(`Migrated: ${name}`);
  await client.query(`grant select on headwater.migrations to ${pg.escapeIdentifier(appRole)}`);
  await protect(client, appRole);
  await prepareQueue(client, appRole);
  await client.query(
    "insert into installation (id, secret_fingerprint) values (1, $1) on conflict (id) do nothing",
    [secretFingerprint(secret)],
  );
  await refuseOtherSecret(client, secret);
  return appRole;
}

export type Session = { user: string; database: string; superuser: boolean; mayMakeRoles: boolean };

async function readSession(client: ClientBase): Promise<Session> {
  const { rows } = await client.query<Session & { version: number }>(
    `select current_user as user, current_database() as database, rolsuper as superuser, rolsuper or rolcreaterole as "mayMakeRoles",
       current_setting('server_version_num')::int as version
     from pg_roles where rolname = current_user`,
  );
  const [session] = rows;
  if (session === undefined)
    throw new StartRefused(
      "The database does not list the role that connects: DATABASE_URL must lead to PostgreSQL itself.",
    );
  if (session.version < oldestServer)
    throw new StartRefused(
      `PostgreSQL 14 or newer is needed; this server has ${Math.floor(session.version / 10_000)}.`,
    );
  return session;
}

async function refuseOtherSecret(client: ClientBase, secret: string): Promise<void> {
  const { rows: found } = await client.query(
    "select to_regclass('public.installation') as present where to_regclass('public.installation') is not null",
  );
  if (found.length === 0) return;
  const { rows } = await client.query<{ secret_fingerprint: string }>(
    "select secret_fingerprint from installation where id = 1",
  );
  const [installation] = rows;
  if (installation === undefined || installation.secret_fingerprint === secretFingerprint(secret)) return;
  throw new StartRefused(
    "HEADWATER_SECRET is not the one that this database was set up with: give that one. With another, sessions and stored tokens could not be read.",
  );
}
