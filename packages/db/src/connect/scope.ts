import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient } from "pg";
import { asUnavailable } from "./failure.ts";
import { sparingly } from "./sparingly.ts";

/** Whose rows exist inside a transaction: one organization's, or none but those of the identity tables. */
export type Scope = { organizationId: Identifier<"org">; readOnly?: boolean } | "identity";

type Session = NodePgDatabase;

/** What may be asked inside a transaction. It is begun and ended by scopedTransaction alone. */
export type Transaction = Omit<Session, "transaction">;

/** The setting is local to the transaction, so the connection goes back to the pool without it, however the work ends. */
export async function scopedTransaction<Result>(
  pool: Pool,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  let client: PoolClient | undefined;
  let broken = false;
  try {
    client = await pool.connect();
    return await begunAndEnded(sparing(client), beginning(client, scope), work);
  } catch (error) {
    const unavailable = asUnavailable(error);
    broken = unavailable !== null;
    throw unavailable ?? error;
  } finally {
    client?.release(broken);
  }
}

/**
 * Does work of which nothing stays where it fails, while what the transaction did before stays. Throws what the work throws.
 * What the work left running when it failed is refused from then on, else it would stay.
 */
export async function inSavepoint<Result>(
  transaction: Transaction,
  work: (part: Transaction) => Promise<Result>,
): Promise<Result> {
  const outer = clients.get(transaction);
  if (outer === undefined) throw new Error("a savepoint stands in a transaction");
  await transaction.execute(sql`savepoint part`);
  const part = opened(outer);
  try {
    const result = await work(part.session);
    part.end();
    await transaction.execute(sql`release savepoint part`);
    return result;
  } catch (error) {
    part.end();
    await transaction.execute(sql`rollback to savepoint part`);
    throw error;
  }
}

/**
 * Sends a statement at once: it is done after those that were sent before it and before those that are sent later, whether or
 * not anybody waits in between. Wait for all that were sent together with one Promise.all, so that none fails unheard.
 */
export function sent<Result>(statement: PromiseLike<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    statement.then(resolve, reject);
  });
}

/** Both statements in one message. */
function beginning(client: PoolClient, scope: Scope): string {
  const organization = scope === "identity" ? "" : identifierToUuid(scope.organizationId);
  // Several queries of one answer must see one state of the ledgers.
  const mode =
    scope !== "identity" && scope.readOnly ? "isolation level repeatable read read only" : "read write";
  // Tables lie in memory or on flash: at PostgreSQL's price of a disk it would read all of an organization to find a thousand rows.
  return `begin ${mode}; select set_config('headwater.organization', ${client.escapeLiteral(organization)}, true), set_config('random_page_cost', '1.1', true)`;
}

async function begunAndEnded<Result>(
  client: PoolClient,
  beginning: string,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  // Not waited for: statements of a connection are done in the order in which they are sent. Where it fails, no row of any
  // organization exists for those behind it.
  const begun = client.query(beginning);
  begun.catch(() => undefined);
  const transaction = opened(client);
  try {
    const result = await work(transaction.session);
    await begun;
    transaction.end();
    await client.query("commit");
    return result;
  } catch (error) {
    transaction.end();
    const first: unknown = await begun.then(
      () => error,
      (reason: unknown) => reason,
    );
    await client.query("rollback");
    throw first;
  }
}

interface Opened {
  readonly session: Session;
  /** From now on every statement is refused. */
  readonly end: () => void;
}

/** The connections behind what transactions are given, for the parts within them. */
const clients = new WeakMap<Transaction, PoolClient>();

/**
 * A session that lives as long as its transaction. Of branches that run side by side one may fail while another waits for
 * something that is no statement; what that one asks afterwards must not reach the connection, which may by then carry the
 * transaction of another organization.
 */
function opened(client: PoolClient): Opened {
  let over = false;
  const ask = client.query.bind(client);
  const query = (...asked: unknown[]): unknown => {
    if (over) return Promise.reject(new Error("this transaction is over"));
    return Reflect.apply(ask, client, asked);
  };
  const gate = new Proxy(client, {
    get: (target, key): unknown => (key === "query" ? query : Reflect.get(target, key, target)),
  });
  const session = drizzle({ client: gate });
  clients.set(session, gate);
  return {
    session,
    end: () => {
      over = true;
    },
  };
}

const sparingClients = new WeakMap<PoolClient, PoolClient>();

function sparing(given: PoolClient): PoolClient {
  const known = sparingClients.get(given);
  if (known !== undefined) return known;
  const made = sparingly(given);
  sparingClients.set(given, made);
  return made;
}
