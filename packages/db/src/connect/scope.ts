import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient } from "pg";
import { tables } from "../tables/index.ts";
import { asUnavailable } from "./failure.ts";

/** Whose rows exist inside a transaction: one organization's, or none but those of the identity tables. */
export type Scope = { organizationId: Identifier<"org">; readOnly?: boolean } | "identity";

type Session = NodePgDatabase<typeof tables>;

export type Transaction = Parameters<Parameters<Session["transaction"]>[0]>[0];

/** The setting is local to the transaction, so the connection goes back to the pool without it, however the work ends. */
export async function scopedTransaction<Result>(
  pool: Pool,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const organization = scope === "identity" ? "" : identifierToUuid(scope.organizationId);
  let client: PoolClient | undefined;
  let broken = false;
  try {
    client = await pool.connect();
    // Several queries of one answer must see one state of the ledgers.
    const mode =
      scope !== "identity" && scope.readOnly
        ? ({ accessMode: "read only", isolationLevel: "repeatable read" } as const)
        : ({ accessMode: "read write" } as const);
    return await sessionOf(client).transaction(async (transaction) => {
      await transaction.execute(sql`select set_config('headwater.organization', ${organization}, true)`);
      return work(transaction);
    }, mode);
  } catch (error) {
    const unavailable = asUnavailable(error);
    broken = unavailable !== null;
    throw unavailable ?? error;
  } finally {
    client?.release(broken);
  }
}

/** Reading the schema for relational queries takes longer than a query, so it is done once a connection. */
const sessions = new WeakMap<PoolClient, Session>();

function sessionOf(client: PoolClient): Session {
  const known = sessions.get(client);
  if (known !== undefined) return known;
  const session = drizzle({ client, schema: tables });
  sessions.set(client, session);
  return session;
}
