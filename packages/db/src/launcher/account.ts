import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { LauncherError } from "./error.ts";

/** The operating-system user that PostgreSQL runs as; null: the user of this process. */
export type Account = { uid: number; gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root starts it as `nobody`, or as whoever already owns the cluster.
 * `nobody` has an entry in /etc/passwd, without which initdb fails ("could not look up effective user ID").
 */
export async function accountFor(clusterFolder: string): Promise<Account> {
  if (process.platform === "win32") {
    throw new LauncherError(
      "The embedded database does not run on Windows: set DATABASE_URL to a PostgreSQL server (14 or newer), or use WSL.",
    );
  }
  const existing = await stat(clusterFolder).catch(() => null);
  if (process.getuid?.() !== 0) {
    refuseForeignFolder(clusterFolder, existing?.uid);
    return null;
  }
  if (process.platform !== "linux") {
    throw new LauncherError(
      "PostgreSQL refuses to run as root: start Headwater as an ordinary user, or set DATABASE_URL to a PostgreSQL server.",
    );
  }
  if (existing !== null && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  return nobody();
}

function refuseForeignFolder(clusterFolder: string, uid: number | undefined): void {
  if (uid === undefined || uid === process.getuid?.()) return;
  throw new LauncherError(
    `${clusterFolder} belongs to user ${uid}, and this is user ${process.getuid?.()}: start Headwater as the user that made the folder, or hand the folder over with chown -R.`,
  );
}

async function nobody(): Promise<Account> {
  const passwd = await readFile("/etc/passwd", "utf8");
  for (const line of passwd.split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name === "nobody") return { uid: Number(uid), gid: Number(gid) };
  }
  throw new LauncherError(
    "Started by root, and this system has no user `nobody` to run PostgreSQL as: start Headwater as an ordinary user, or set DATABASE_URL.",
  );
}

/** Whether the account may pass through every folder down to this one. */
export async function mayEnter(account: Account, folder: string): Promise<boolean> {
  if (account === null) return true;
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = await stat(path);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
