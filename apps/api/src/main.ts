import { beside } from "@headwater/worker/runtime";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { readEnvironment } from "./env.ts";
import { inspect, say } from "./say.ts";
import { openDoor } from "./serve/door.ts";

/** Errors whose sentence says what to do; a stack only for what cannot be the user's doing. */
const EXPECTED = new Set([
  "EnvironmentRefused",
  "StartRefused",
  "LauncherError",
  "DatabaseUnavailable",
  "CannotListen",
]);

begin().catch((error: unknown) => {
  say(error instanceof Error && EXPECTED.has(error.name) ? error.message : inspect(error));
  process.exit(1);
});

/** The door stands open before the rest is even read: whoever asks hears that the process lives and is not ready yet. */
async function begin(): Promise<void> {
  keepCompiled();
  const environment = readEnvironment(process.argv.slice(2));
  const door = await openDoor(environment.host, environment.port);
  const { start } = await import("./start.ts");
  await start(environment, door);
}

/**
 * What was compiled at one start is not compiled again at the next. Beside the bundle and not where everybody may write,
 * because Node runs what it finds there; where nothing can be written, it compiles as ever.
 */
function keepCompiled(): void {
  const bundled = beside(import.meta.url, "./migrations") !== null;
  if (bundled) enableCompileCache(fileURLToPath(new URL("./compiled", import.meta.url)));
}
