import { asUnavailable, type Database } from "@headwater/db";
import { jobTables } from "@headwater/db/queue";
import type { PgBoss } from "pg-boss";
import { ensureQueues, type Pace } from "./queues.ts";

const CONNECTIONS = 3;

/**
 * Connects pg-boss as the app's role, which may change no table: the owner has made them (db/queue).
 * Throws DatabaseUnavailable when no server answers.
 */
export async function openBoss(
  database: Database,
  pace: Pace,
  log: (error: unknown) => void,
): Promise<PgBoss> {
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    ...database.address,
    schema: jobTables,
    max: CONNECTIONS,
    application_name: "headwater-jobs",
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    registerInstance: false,
    superviseIntervalSeconds: pace.superviseSeconds,
    monitorIntervalSeconds: pace.superviseSeconds,
  });
  boss.on("error", log);
  try {
    await boss.start();
    await ensureQueues(boss, pace);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false, close: true });
    throw asUnavailable(error) ?? error;
  }
}
