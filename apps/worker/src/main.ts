import { changesBetweenProcesses } from "@headwater/db/changes";
import { DatabaseUnavailable, openDatabase, StartRefused } from "@headwater/db";
import { inspect } from "node:util";
import { readEnvironment } from "./env.ts";
import { startQueue } from "./index.ts";
import { beside, EnvironmentRefused, parsePool, processRuntime, stopOnSignals } from "./runtime/index.ts";

const THREADS = 2;
const CONNECTIONS = 6;

start().catch((error: unknown) => {
  // A sentence that says what to do; a stack only for what cannot be the user's doing.
  const expected = [EnvironmentRefused, StartRefused, DatabaseUnavailable].some(
    (kind) => error instanceof kind,
  );
  say(expected && error instanceof Error ? error.message : inspect(error));
  process.exit(1);
});

/** The jobs alone, beside servers that do them too. */
async function start(): Promise<void> {
  const environment = readEnvironment();
  const migrationsFolder = beside(import.meta.url, "./migrations");
  const database = await openDatabase({
    ...environment,
    // Only an embedded database would be kept there.
    dataFolder: "data",
    log: say,
    poolSize: CONNECTIONS,
    ...(migrationsFolder === null ? {} : { migrationsFolder }),
  });
  const pool = parsePool(THREADS);
  // Keeps no answers of its own, but the servers keep some.
  const changes = changesBetweenProcesses(database, () => undefined, log);
  const queue = await startQueue({ database, runtime: () => runtime, log });
  const runtime = processRuntime({ database, pool, enqueue: queue.enqueue, changed: changes.tell });
  stopOnSignals(async () => {
    await queue.stop();
    await changes.close();
    await pool.close();
    await database.close();
  }, log);
  process.stdout.write("Headwater's worker is ready.\n");
}

function say(line: string): void {
  process.stderr.write(`headwater-worker: ${line}\n`);
}

function log(error: unknown): void {
  say(error instanceof DatabaseUnavailable ? error.message : inspect(error));
}
