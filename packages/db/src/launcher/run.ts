import { spawn } from "node:child_process";
import { open, readFile, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { errorCode } from "../connect/failure.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { LauncherError } from "./error.ts";
import type { EmbeddedConnection, Log } from "./index.ts";
import { folderAsSeen, superuser } from "./place.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { commandLineOf, isRunning, orphansIn } from "./processes.ts";

export type Cluster = {
  binaries: Binaries;
  account: Account;
  clusterFolder: string;
  socketFolder: string;
  logFile: string;
  durable: boolean;
};

export type Running = { connection: EmbeddedConnection; adopted: boolean };

const patienceMs = 120_000;
const logLimitBytes = 8_000_000;

/**
 * Returns when the database answers: the one that runs already, else a new one. Whatever stands in the way is waited for or cleared:
 * a postmaster that starts, recovers or stops; a zombie; a pid file whose pid now belongs to something else; children that outlived their postmaster.
 */
export async function ensureRunning(cluster: Cluster, log: Log): Promise<Running> {
  const deadline = Date.now() + patienceMs;
  let failure = "";
  while (Date.now() < deadline) {
    const present = await livePostmaster(cluster.clusterFolder);
    if (present !== null) {
      const connection = connectionOf(present);
      if (await answers(connection)) {
        log(`Found the database running (process ${present.pid}) and use it.`);
        return { connection, adopted: true };
      }
      await pause(20);
      continue;
    }
    await clearLeftovers(cluster);
    const outcome = await spawnPostmaster(cluster, deadline);
    if (outcome.kind === "running") return { connection: outcome.connection, adopted: false };
    failure = outcome.said;
    // Another process was quicker (adopt it), or memory of a dead postmaster is still held (clear and try again).
    if (!/already exists|still in use|is being used|could not create lock file/i.test(failure)) break;
    await pause(100);
  }
  throw new LauncherError(
    `The embedded database does not start. ${failure === "" ? "It did not answer within two minutes" : `It said: ${failure.trim().slice(-600)}`}. The whole log is ${cluster.logFile}.`,
  );
}

/** The postmaster that the pid file names, if that process lives and is one. A pid that came to another program makes the file stale. */
async function livePostmaster(
  clusterFolder: string,
): Promise<{ pid: number; port: number; socketFolder: string } | null> {
  const file = await readPostmasterFile(clusterFolder);
  return file !== null && (await isPostmaster(file.pid)) ? file : null;
}

async function isPostmaster(pid: number): Promise<boolean> {
  return (await isRunning(pid)) && /postgres\b.* -D /.test(await commandLineOf(pid));
}

function connectionOf({ socketFolder, port }: { socketFolder: string; port: number }): EmbeddedConnection {
  return { host: socketFolder, port, user: superuser, database: "postgres" };
}

async function answers(connection: EmbeddedConnection): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Anything but a refusal to connect is a fault of the cluster that waiting does not mend; 57P03: it starts or stops.
    const code = errorCode(error);
    if (code !== null && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("57P") && code !== "53300")
      throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * No postmaster lives here: what it left behind may go. Its children, left alone, would keep its shared memory and make a new one refuse;
 * so would its lock files, if its pid is a zombie or belongs to another program by now.
 */
async function clearLeftovers({ clusterFolder, socketFolder }: Cluster): Promise<void> {
  const file = await readPostmasterFile(clusterFolder);
  for (const pid of await orphansIn(clusterFolder)) signal(pid, "SIGKILL");
  const dead = await readPostmasterFile(clusterFolder);
  if (file !== null && dead?.pid === file.pid)
    await rm(join(clusterFolder, "postmaster.pid"), { force: true });
  const lock = join(socketFolder, ".s.PGSQL.5432.lock");
  const locker = Number.parseInt(await readFile(lock, "utf8").catch(() => ""), 10);
  if (!Number.isNaN(locker) && !(await isPostmaster(locker))) await rm(lock, { force: true });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== "ESRCH") throw error;
  }
}

type Outcome = { kind: "running"; connection: EmbeddedConnection } | { kind: "ended"; said: string };

async function spawnPostmaster(cluster: Cluster, deadline: number): Promise<Outcome> {
  const { path, cwd } = await folderAsSeen(cluster.clusterFolder, cluster.account);
  const logTo = await openLog(cluster.logFile);
  const before = (await logTo.stat()).size;
  const child = spawn(cluster.binaries.postgres, ["-D", path, ...settings(cluster)], {
    cwd,
    env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
    stdio: ["ignore", logTo.fd, logTo.fd],
    // A session of its own: Ctrl-C signals the terminal's whole process group, and the app must drain before its database goes.
    detached: true,
    ...cluster.account,
  });
  child.unref();
  const life = { ended: false };
  child.on("exit", () => (life.ended = true));
  child.on("error", () => (life.ended = true));
  const connection = { host: cluster.socketFolder, port: 5432, user: superuser, database: "postgres" };
  try {
    while (!life.ended && Date.now() < deadline) {
      if ((await readPostmasterFile(cluster.clusterFolder))?.pid === child.pid && (await answers(connection)))
        return { kind: "running", connection };
      await pause(5);
    }
    return { kind: "ended", said: (await readFile(cluster.logFile)).subarray(before).toString() };
  } finally {
    await logTo.close();
  }
}

/** For one company on one machine: memory that a laptop spares, and no more processes than it has use for. */
function settings({ socketFolder, durable }: Cluster): string[] {
  const values: Record<string, string> = {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    max_connections: "100",
    shared_buffers: "128MB",
    work_mem: "32MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "2GB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    cluster_name: "headwater",
    ...(durable
      ? {}
      : {
          fsync: "off",
          synchronous_commit: "off",
          full_page_writes: "off",
          max_connections: "200",
          shared_buffers: "64MB",
        }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function openLog(file: string): Promise<FileHandle> {
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size > logLimitBytes) await rename(file, `${file}.old`);
  return open(file, "a", 0o600);
}
