import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { accountFor } from "./account.ts";
import { locateBinaries } from "./binaries.ts";
import { initialise } from "./initialise.ts";
import { claim, releaseUnlessShared } from "./owners.ts";
import { ensureRunning, type Cluster, type Running } from "./run.ts";
import { socketFolderFor } from "./socket.ts";
import { stopPostmaster } from "./stop.ts";
import { watchPostmaster } from "./watch.ts";

export type Log = (line: string) => void;

export type EmbeddedOptions = {
  /** Holds the cluster in `postgresql-18/`, its log, and who uses it. Made when missing; may lie below a folder that only root enters. */
  dataFolder: string;
  log: Log;
  /** False only for tests: without fsync a power loss corrupts the cluster. */
  durable?: boolean;
};

/** What `pg` needs to connect over the Unix socket; `host` is the folder of the socket. */
export type EmbeddedConnection = { host: string; port: number; user: string; database: string };

export type Embedded = {
  /** The superuser, for bootstrap only. */
  connection: EmbeddedConnection;
  /** True when a database was found running in this folder, left by a killed process or shared with a living one. */
  adopted: boolean;
  /** Fast shutdown, unless another living process uses the same folder. Waits until the postmaster has gone. */
  stop(): Promise<void>;
};

/**
 * A PostgreSQL 18 whose binaries come from the npm package of this platform. Returns when it answers.
 * While it is in use the postmaster is watched and started again when it dies.
 * Throws LauncherError, with a sentence that says what to do, when it cannot be started.
 */
export async function startEmbedded({ dataFolder, log, durable = true }: EmbeddedOptions): Promise<Embedded> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const folder = await realpath(dataFolder);
  const clusterFolder = join(folder, "postgresql-18");
  const account = await accountFor(clusterFolder);
  const binaries = await locateBinaries({ account, fallbackFolder: folder });
  // Claimed before anything is probed: who stops the database last sees us, or we see it stopping and start it again.
  const owner = await claim(folder);
  const cluster: Cluster = {
    binaries,
    account,
    clusterFolder,
    socketFolder: await socketFolderFor(folder, account),
    logFile: join(folder, "postgresql.log"),
    durable,
  };
  const started = await startCluster(cluster, log).catch(async (error: unknown) => {
    await releaseUnlessShared(owner);
    throw error;
  });
  const watch = watchPostmaster(cluster, started.connection, log);
  return {
    connection: started.connection,
    adopted: started.adopted,
    async stop() {
      await watch.end();
      if (await releaseUnlessShared(owner)) await stopPostmaster(cluster);
      else log("The database stays up: another Headwater process uses the same folder.");
    },
  };
}

async function startCluster(cluster: Cluster, log: Log): Promise<Running> {
  await initialise(cluster);
  return ensureRunning(cluster, log);
}
