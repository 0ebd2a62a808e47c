import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient } from "pg";
import { tables } from "../tables/index.ts";
import { asUnavailable } from "./failure.ts";
import { sparingly } from "./sparingly.ts";

/** Whose rows exist inside a transaction: one organization's, or none but those of the identity tables. */
export type Scope = { organizationId: Identifier<"org">; readOnly?: boolean } | "identity";

type Session = NodePgDatabase<typeof tables>;

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
    return await begunAndEnded(connectionOf(client), beginning(client, scope), work);
  } catch (error) {
    const unavailable = asUnavailable(error);
    broken = unavailable !== null;
    throw unavailable ?? error;
  } finally {
    client?.release(broken);
  }
}

/** Does work of which nothing stays where it fails, while what the transaction did before stays. Throws what the work throws. */
export async function inSavepoint<Result>(
  transaction: Transaction,
  work: () => Promise<Result>,
): Promise<Result> {
  await transaction.execute(sql`savepoint part`);
  try {
    const result = await work();
    await transaction.execute(sql`release savepoint part`);
    return result;
  } catch (error) {
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
  return `begin ${mode}; select set_config('headwater.organization', ${client.escapeLiteral(organization)}, true)`;
}

interface Connection {
  readonly client: PoolClient;
  readonly session: Session;
}

async function begunAndEnded<Result>(
  { client, session }: Connection,
  beginning: string,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  // Not waited for: statements of a connection are done in the order in which they are sent. Where it fails, no row of any
  // organization exists for those behind it.
  const begun = client.query(beginning);
  begun.catch(() => undefined);
  try {
    const result = await work(session);
    await begun;
    await client.query("commit");
    return result;
  } catch (error) {
    const first: unknown = await begun.then(
      () => error,
      (reason: unknown) => reason,
    );
    await client.query("rollback");
    throw first;
  }
}

/** Reading the schema for relational queries takes longer than a query, so it is done once a connection. */
const connections = new WeakMap<PoolClient, Connection>();

function connectionOf(given: PoolClient): Connection {
  const known = connections.get(given);
  if (known !== undefined) return known;
  const client = sparingly(given);
  const made = { client, session: drizzle({ client, schema: tables }) };
  connections.set(given, made);
  return made;
}
