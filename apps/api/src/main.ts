import { DatabaseUnavailable, LauncherError, openDatabase, StartRefused } from "@headwater/db";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assemble } from "./assemble.ts";
import { EnvironmentRefused, readEnvironment } from "./env.ts";
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
  const migrations = bundledFolder("./migrations");
  const database = await openDatabase({
    databaseUrl: environment.databaseUrl,
    databaseOwnerUrl: environment.databaseOwnerUrl,
    dataFolder: environment.dataFolder,
    secret,
    log: say,
    ...(migrations === null ? {} : { migrationsFolder: migrations }),
  });
  const web = bundledFolder("../../web/dist");
  const server = await assemble({ environment, database, secret, webFolder: web, log });
  const listening = await listen(server.app, environment.host, environment.port);
  stopOnSignals(async () => {
    await listening.drain(DRAIN_MILLIS);
    await server.close();
    await database.close();
  });
  const { welcome } = await server.firstStart.state(true);
  if (welcome && !isLoopback(environment.host))
    say(
      `The first visitor creates the owner. From another machine they need this code: ${server.firstStart.code}`,
    );
  process.stdout.write(`Headwater is ready: ${environment.url.replace(/:0$/, `:${listening.port}`)}\n`);
}

/** A folder that the build put beside the bundle; null when the sources run, which find their own. */
function bundledFolder(path: string): string | null {
  const folder = fileURLToPath(new URL(path, import.meta.url));
  return existsSync(folder) ? folder : null;
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", once);
  process.on("SIGINT", once);
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
