import { mayEnter, type Account } from "./account.ts";

/** Bootstrap only: it makes the roles and the database, and neither migrates nor serves. */
export const superuser = "postgres";

/**
 * How PostgreSQL, running as the account, names a folder. Below a folder that only root may enter (a clone in /root), absolute paths are
 * closed to it, but a working directory that was entered before the change of user stays open: /proc/self/cwd leads to it without a walk from the
 * root, in the postmaster and in each of its children. So the data stays where the user put it.
 */
export async function folderAsSeen(folder: string, account: Account): Promise<{ path: string; cwd: string }> {
  return { path: (await mayEnter(account, folder)) ? folder : "/proc/self/cwd", cwd: folder };
}
