import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What a postmaster writes into its data folder (PostgreSQL: src/include/utils/pidfile.h, lines 1, 4, 5 and 8). */
export type PostmasterFile = { pid: number; port: number; socketFolder: string };

/** null when there is none, or when it is still being written. */
export async function readPostmasterFile(clusterFolder: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(clusterFolder, "postmaster.pid"), "utf8").catch(() => null);
  if (text === null) return null;
  const [pid, , , port, socketFolder] = text.split("\n");
  if (pid === undefined || port === undefined || socketFolder === undefined) return null;
  return { pid: Number(pid), port: Number(port), socketFolder };
}
