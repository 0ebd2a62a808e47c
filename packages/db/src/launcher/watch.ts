import type { EmbeddedConnection, Log } from "./index.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { isRunning } from "./processes.ts";
import { ensureRunning, type Cluster } from "./run.ts";

const everyMs = 200;

export type Watch = { end(): Promise<void> };

/** Starts the database again when its postmaster has died. The socket's folder stays the same, so open pools find it. */
export function watchPostmaster(cluster: Cluster, connection: EmbeddedConnection, log: Log): Watch {
  let ended = false;
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    timer = setTimeout(() => {
      round = look().finally(() => (ended ? undefined : next()));
    }, everyMs);
    timer.unref();
  };
  const look = async () => {
    const file = await readPostmasterFile(cluster.clusterFolder);
    if (ended || (file !== null && (await isRunning(file.pid)))) return;
    log("The database has gone; starting it again.");
    // It comes back where the open pools look for it, even if it was adopted from a process with another temporary folder.
    await ensureRunning({ ...cluster, socketFolder: connection.host }, log).then(
      () => log("The database is back."),
      (error: unknown) =>
        log(
          `The database could not be started again: ${error instanceof Error ? error.message : String(error)}`,
        ),
    );
  };
  next();
  return {
    async end() {
      ended = true;
      clearTimeout(timer);
      await round;
    },
  };
}
