import { openDatabase } from "@headwater/db";
import { beside, stopOnSignals } from "@headwater/worker/runtime";
import type { Environment } from "./env.ts";
import { log, say } from "./say.ts";
import { installationSecret } from "./secret.ts";
import { isLoopback } from "./serve/address.ts";
import type { Door } from "./serve/door.ts";
import { serveAt } from "./serve/listen.ts";

const DRAIN_MILLIS = 10_000;

/** Everything behind the door: database, operations, surface. */
export async function start(environment: Environment, door: Door): Promise<void> {
  const secret = installationSecret(environment);
  const migrations = beside(import.meta.url, "./migrations");
  const opening = openDatabase({
    databaseUrl: environment.databaseUrl,
    databaseOwnerUrl: environment.databaseOwnerUrl,
    dataFolder: environment.dataFolder,
    secret,
    log: say,
    ...(migrations === null ? {} : { migrationsFolder: migrations }),
  });
  // Read while the database opens, which is mostly waiting.
  const [{ assemble }, database] = await Promise.all([import("./assemble.ts"), opening]);
  const web = beside(import.meta.url, "../../web/dist");
  const server = await assemble({ environment, database, secret, webFolder: web, log });
  serveAt(door, server.app);
  stopOnSignals(async () => {
    await door.drain(DRAIN_MILLIS);
    await server.close();
    await database.close();
  }, log);
  const { welcome } = await server.firstStart.state(true);
  if (welcome && !isLoopback(environment.host))
    say(
      `The first visitor creates the owner. From another machine they need this code: ${server.firstStart.code}`,
    );
  process.stdout.write(`Headwater is ready: ${environment.url.replace(/:0$/, `:${door.port}`)}\n`);
}
