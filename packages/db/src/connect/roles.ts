import { createHash } from "node:crypto";
import pg, { type ClientBase } from "pg";
import { hasCode } from "./failure.ts";
import type { Session } from "./prepare.ts";
import { StartRefused } from "./refusal.ts";
import { appPassword, scramVerifier } from "./secret.ts";

/** PostgreSQL cuts longer names off, and two databases could then share a role. */
const longestNameBytes = 63;

/** `<database>_app` and `<database>_owner`; a name that is too long ends in a digest of the whole. */
export function roleName(database: string, part: "app" | "owner"): string {
  const name = `${database}_${part}`;
  if (Buffer.byteLength(name) <= longestNameBytes) return name;
  const digest = createHash("sha256").update(database).digest("hex").slice(0, 12);
  const room = longestNameBytes - Buffer.byteLength(`_${digest}_${part}`);
  return `${Buffer.from(database).subarray(0, room).toString().replaceAll("\uFFFD", "")}_${digest}_${part}`;
}

/** The role of the app: it may log in, and nothing else that its privileges do not say. */
export async function makeAppRole(
  client: ClientBase,
  session: Session,
  appRole: string,
  secret: string,
): Promise<void> {
  if (!session.mayMakeRoles) throw new StartRefused(twoAddresses(session));
  const [role, verifier] = [
    pg.escapeIdentifier(appRole),
    pg.escapeLiteral(scramVerifier(appPassword(secret, appRole))),
  ];
  const { rows } = await client.query("select from pg_roles where rolname = $1", [appRole]);
  try {
    await client.query(
      `${rows.length === 0 ? "create" : "alter"} role ${role} with login password ${verifier}`,
    );
  } catch (error) {
    if (!hasCode(error, "42501")) throw error;
    throw new StartRefused(
      `The role ${session.user} may not set the password of ${appRole}, which another role has made: drop ${appRole}, or give DATABASE_URL of ${appRole} and DATABASE_OWNER_URL of ${session.user}.`,
      { cause: error },
    );
  }
}

function twoAddresses({ user, database }: Session): string {
  return (
    `The role ${user} may not make the role that Headwater serves requests as. Either: ALTER ROLE ${pg.escapeIdentifier(user)} CREATEROLE. ` +
    `Or: make a second role (CREATE ROLE ${pg.escapeIdentifier(roleName(database, "app"))} LOGIN PASSWORD '…'), give its address as DATABASE_URL, and this one as DATABASE_OWNER_URL.`
  );
}

/** A superuser passes by row-level security even where it is forced, so under one the tables go to a plain role that cannot log in. */
export async function takeOwnerRole(client: ClientBase, session: Session): Promise<void> {
  if (!session.superuser) return;
  const name = roleName(session.database, "owner");
  const [role, database] = [pg.escapeIdentifier(name), pg.escapeIdentifier(session.database)];
  const { rows } = await client.query("select from pg_roles where rolname = $1", [name]);
  if (rows.length === 0) await client.query(`create role ${role} nologin`);
  await client.query(`grant create on database ${database} to ${role}`);
  await client.query(`grant usage, create on schema public to ${role}`);
  // Up to PostgreSQL 14 everybody may make tables there.
  await client.query("revoke create on schema public from public");
  await client.query(`set role ${role}`);
}

/** `public` holds the tables, `headwater` the book of migrations, `jobs` the queue's tables, which `prepareQueue` makes. */
export async function grantSchemas(client: ClientBase, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  try {
    for (const schema of ["headwater", "jobs"]) {
      // Not "create … if not exists", which asks for the privilege even when there is nothing to do.
      const { rows } = await client.query("select from pg_namespace where nspname = $1", [schema]);
      if (rows.length === 0) await client.query(`create schema ${schema}`);
    }
    await client.query(`grant usage on schema public, headwater, jobs to ${role}`);
  } catch (error) {
    if (hasCode(error, "42501")) throw await missingPrivileges(client);
    throw error;
  }
  const { rows } = await client.query<{ may: boolean }>(
    "select has_schema_privilege('public', 'create') as may",
  );
  if (rows[0]?.may !== true) throw await missingPrivileges(client);
}

async function missingPrivileges(client: ClientBase): Promise<StartRefused> {
  const { rows } = await client.query<{ user: string; database: string }>(
    "select current_user as user, current_database() as database",
  );
  const user = pg.escapeIdentifier(rows[0]?.user ?? "");
  const database = pg.escapeIdentifier(rows[0]?.database ?? "");
  return new StartRefused(
    `The role ${user} may not make schemas and tables: GRANT CREATE ON DATABASE ${database} TO ${user}; GRANT CREATE ON SCHEMA public TO ${user}.`,
  );
}
