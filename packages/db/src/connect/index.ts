import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Log } from "../launcher/index.ts";
import { defaultMigrationsFolder, type MigrationsFolder } from "../migrate/index.ts";
import { tables } from "../tables/index.ts";
import { addressOf, type Address } from "./address.ts";
import { openEmbedded } from "./embedded.ts";
import { asUnavailable } from "./failure.ts";
import { prepare } from "./prepare.ts";
import { StartRefused } from "./refusal.ts";
import { scopedTransaction, type Scope, type Transaction } from "./scope.ts";
import { appPassword } from "./secret.ts";

export { asUnavailable, DatabaseUnavailable } from "./failure.ts";
export { StartRefused } from "./refusal.ts";
export { inSavepoint, sent } from "./scope.ts";
export type { Scope, Transaction } from "./scope.ts";

export type DatabaseEnvironment = {
  /** A PostgreSQL server, 14 or newer; without it a database is started in the data folder. */
  databaseUrl?: string | undefined;
  /** Where DATABASE_URL's role may not make roles: the role that owns the tables. DATABASE_URL is then the app's role. */
  databaseOwnerUrl?: string | undefined;
  dataFolder: string;
  secret: string;
  log: Log;
  migrationsFolder?: MigrationsFolder;
  /** Connections held at most. */
  poolSize?: number;
};

export type Database = {
  /** Without an organization: sees the identity tables only. Its errors become DatabaseUnavailable through `asUnavailable`. */
  db: NodePgDatabase<typeof tables>;
  /** One transaction in which only the scope's rows exist. Throws DatabaseUnavailable when the connection is lost; tries nothing again. */
  transaction<Result>(scope: Scope, work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Whether the database answers within two seconds. */
  ready(): Promise<boolean>;
  /** For the queue of jobs, which keeps its own pool on the same role. */
  address: Address;
  /** Waits for the transactions under way, then closes the pool and stops the embedded database. */
  close(): Promise<void>;
};

/**
 * Opens, migrates and guards the database, and connects as a role that is neither superuser nor owner.
 * Throws StartRefused (or LauncherError) with a sentence that says what to do, DatabaseUnavailable when no server answers.
 */
export async function openDatabase(environment: DatabaseEnvironment): Promise<Database> {
  const prepared = await openPrepared(environment);
  try {
    return await connectApp({
      address: prepared.app,
      log: environment.log,
      poolSize: environment.poolSize ?? 20,
      stop: () => prepared.stop(),
    });
  } catch (error) {
    await prepared.stop();
    throw error;
  }
}

export type PreparedDatabase = {
  /** The role that serves requests. */
  app: Address;
  /** The owner of the tables, or a superuser: for a restore, never for requests. */
  owner: Address;
  stop(): Promise<void>;
};

/** As `openDatabase`, without a pool: for backup and restore. */
export async function openPrepared(environment: DatabaseEnvironment): Promise<PreparedDatabase> {
  const {
    databaseUrl,
    databaseOwnerUrl,
    dataFolder,
    secret,
    log,
    migrationsFolder = defaultMigrationsFolder,
  } = environment;
  const embedded = databaseUrl === undefined ? await openEmbedded(dataFolder, log) : null;
  const stop = async () => embedded?.stop();
  try {
    const given = embedded?.owner ?? addressOf(databaseUrl ?? "");
    const owner = databaseOwnerUrl === undefined ? given : addressOf(databaseOwnerUrl);
    const existingAppRole = databaseOwnerUrl === undefined ? null : given.user;
    const role = await prepare({ owner, secret, existingAppRole, migrationsFolder, log });
    return {
      owner,
      app: existingAppRole === null ? { ...given, user: role, password: appPassword(secret, role) } : given,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Connects to a database that is prepared. `stop` is called after the pool is closed. */
export async function connectApp(options: {
  address: Address;
  log: Log;
  poolSize: number;
  stop: () => Promise<void>;
}): Promise<Database> {
  const { address, log, poolSize, stop } = options;
  const pool = new pg.Pool({
    ...address,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // Statements that do not wait for each other are sent together.
    pipeline: true,
    application_name: "headwater",
  });
  // A connection that breaks while nothing runs on it says so by an event, which without a listener would end the process.
  pool.on("error", (error) => log(`A database connection was lost: ${error.message}`));
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await refusePowerfulRole(pool);
  } catch (error) {
    await pool.end();
    throw asUnavailable(error) ?? error;
  }
  return {
    db: drizzle({ client: pool, schema: tables }),
    transaction: (scope, work) => scopedTransaction(pool, scope, work),
    ready: () => answersSoon(pool),
    address,
    async close() {
      await pool.end();
      await stop();
    },
  };
}

/** Row-level security does not bind superusers, roles with BYPASSRLS, nor (unless forced) owners: a server on such a role has one wall less. */
async function refusePowerfulRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; superuser: boolean; bypasses: boolean; owns: boolean }>(
    `select current_user as name, rolsuper as superuser, rolbypassrls as bypasses,
       exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'MEMBER')) as owns
     from pg_roles where rolname = current_user`,
  );
  const role = rows[0];
  if (role === undefined) throw new StartRefused("The database does not list the role that serves requests.");
  const fault = role.superuser
    ? "is a superuser"
    : role.bypasses
      ? "has BYPASSRLS"
      : role.owns
        ? "owns Headwater's tables, or is a member of the role that does"
        : null;
  if (fault === null) return;
  throw new StartRefused(
    `The role ${role.name} ${fault}, so row-level security would not keep organizations apart: give as DATABASE_URL a role that only logs in, and the owner as DATABASE_OWNER_URL.`,
  );
}

async function answersSoon(pool: pg.Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), 2_000)));
  const answer = pool.query("select 1").then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
