import { DatabaseUnavailable, LauncherError, openDatabase, StartRefused } from "@headwater/db";
import { beside, EnvironmentRefused, stopOnSignals } from "@headwater/worker/runtime";
import { assemble } from "./assemble.ts";
import { readEnvironment } from "./env.ts";
import { installationSecret } from "./secret.ts";
import { isLoopback } from "./serve/address.ts";
import { CannotListen, listen } from "./serve/listen.ts";

const DRAIN_MILLIS = 10_000;

start().catch((error: unknown) => {
  // A sentence that says what to do; a stack only for what cannot be the user's doing.
  const expected = [EnvironmentRefused, StartRefused, LauncherError, DatabaseUnavailable, CannotListen].some(
    (kind) => error instanceof kind,
  );
  process.stderr.write(`headwater: ${expected && error instanceof Error ? error.message : inspect(error)}\n`);
  process.exit(1);
});

async function start(): Promise<void> {
  const environment = readEnvironment(process.argv.slice(2));
  const secret = installationSecret(environment);
  const migrations = beside(import.meta.url, "./migrations");
  const database = await openDatabase({
    databaseUrl: environment.databaseUrl,
    databaseOwnerUrl: environment.databaseOwnerUrl,
    dataFolder: environment.dataFolder,
    secret,
    log: say,
    ...(migrations === null ? {} : { migrationsFolder: migrations }),
  });
  const web = beside(import.meta.url, "../../web/dist");
  const server = await assemble({ environment, database, secret, webFolder: web, log });
  const listening = await listen(server.app, environment.host, environment.port);
  stopOnSignals(async () => {
    await listening.drain(DRAIN_MILLIS);
    await server.close();
    await database.close();
  }, log);
  const { welcome } = await server.firstStart.state(true);
  if (welcome && !isLoopback(environment.host))
    say(
      `The first visitor creates the owner. From another machine they need this code: ${server.firstStart.code}`,
    );
  process.stdout.write(`Headwater is ready: ${environment.url.replace(/:0$/, `:${listening.port}`)}\n`);
}

function say(line: string): void {
  process.stderr.write(`headwater: ${line}\n`);
}

function log(error: unknown): void {
  say(inspect(error));
}

function inspect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
