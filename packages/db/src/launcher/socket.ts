import { createHash } from "node:crypto";
import { chown, lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { hasCode } from "../connect/failure.ts";
import { mayEnter, type Account } from "./account.ts";
import { LauncherError } from "./error.ts";

/** The kernel keeps a socket's path in 108 bytes (104 on macOS), its end included. */
const longestPathBytes = 103;

/**
 * A short folder for the Unix socket, the same for the same data folder, closed to all but PostgreSQL's user (and root):
 * the connections over it are trusted.
 */
export async function socketFolderFor(dataFolder: string, account: Account): Promise<string> {
  const parent = (await isUsable(tmpdir(), account)) ? tmpdir() : "/tmp";
  const folder = join(parent, nameFor(dataFolder));
  const uid = account?.uid ?? process.getuid?.();
  try {
    await mkdir(folder, { mode: 0o700 });
    if (account !== null) await chown(folder, account.uid, account.gid);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new LauncherError(
      `${folder} should be a private folder of user ${uid} for the database's socket, and is not: remove it and start again.`,
    );
  }
  return folder;
}

function nameFor(dataFolder: string): string {
  return `hw-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`;
}

async function isUsable(parent: string, account: Account): Promise<boolean> {
  const longest = join(parent, nameFor(""), ".s.PGSQL.5432");
  if (Buffer.byteLength(longest) > longestPathBytes) return false;
  return dirname(longest).startsWith("/") && (await mayEnter(account, parent).catch(() => false));
}
