import { spawn } from "node:child_process";
import { chmod, chown, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hasCode } from "../connect/failure.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { LauncherError } from "./error.ts";
import { folderAsSeen, superuser } from "./place.ts";
import { identityOf, isAlive } from "./processes.ts";

type Initialisation = { binaries: Binaries; account: Account; clusterFolder: string; durable: boolean };

/**
 * Makes the cluster if there is none. initdb works in a folder of its own that is renamed when it is complete: a crash leaves no
 * half cluster under the real name, and of two processes that start at once one wins and the other uses what it finds.
 */
export async function initialise(initialisation: Initialisation): Promise<void> {
  const { account, clusterFolder } = initialisation;
  const parent = dirname(clusterFolder);
  await removeAbandoned(parent, basename(clusterFolder));
  if (await exists(join(clusterFolder, "PG_VERSION"))) {
    await handOver(clusterFolder, account);
    return;
  }
  const making = join(parent, `${basename(clusterFolder)}.making-${await identityOf(process.pid)}`);
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  if (account !== null) await chown(making, account.uid, account.gid);
  try {
    await runInitdb(initialisation, making);
    await rename(making, clusterFolder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!hasCode(error, "ENOTEMPTY", "EEXIST")) throw error;
  }
}

/** Folders of initdb runs whose process is gone. */
async function removeAbandoned(parent: string, name: string): Promise<void> {
  const prefix = `${name}.making-`;
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(prefix)) continue;
    if (!(await isAlive(entry.slice(prefix.length))))
      await rm(join(parent, entry), { recursive: true, force: true });
  }
}

/** A folder that root has copied or restored belongs to root; PostgreSQL wants to own it, and nobody else to read it. */
async function handOver(folder: string, account: Account): Promise<void> {
  if (account === null || (await stat(folder)).uid === account.uid) return;
  for (const entry of await readdir(folder, { recursive: true }))
    await chown(join(folder, entry), account.uid, account.gid);
  await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
}

/** The builtin C.UTF-8 sorts and folds alike on every system and version of its libraries, so indexes survive a move. */
async function runInitdb({ binaries, account, durable }: Initialisation, folder: string): Promise<void> {
  const flags = [
    "--username",
    superuser,
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--auth=trust",
    "--data-checksums",
  ];
  const { path, cwd } = await folderAsSeen(folder, account);
  const child = spawn(binaries.initdb, ["--pgdata", path, ...flags, ...(durable ? [] : ["--no-sync"])], {
    cwd,
    env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
    stdio: ["ignore", "pipe", "pipe"],
    // Ctrl-C must not reach it halfway: an interrupted start is cleared away by the next one.
    detached: true,
    ...account,
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status === 0) return;
  const advice = said.includes("could not look up effective user ID")
    ? "Give the user of this process an entry in /etc/passwd."
    : "Look at the message, or set DATABASE_URL to a PostgreSQL server.";
  throw new LauncherError(
    `The database could not be made in ${folder}. ${advice} initdb said: ${said.trim().slice(-600)}`,
  );
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
