import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure, type Terminal } from "../command.ts";
import { isRecord, recordOf } from "../evidence/record.ts";

/** A server and the key that opens it. */
export interface Server {
  /** Without a slash at the end. */
  readonly url: string;
  readonly key: string;
}

/** The server that `login` stored; HEADWATER_KEY goes before the stored key. */
export async function storedServer({ environment }: Terminal): Promise<Server> {
  const stored = recordOf(
    await readFile(join(environment.configFolder, "server.json"), "utf8").catch(() => null),
  );
  const url = stored?.["url"];
  const key = environment.key ?? stored?.["key"];
  if (typeof url !== "string" || typeof key !== "string")
    throw new Failure("No server is known yet: headwater login URL.");
  return { url, key };
}

export async function storeServer({ environment }: Terminal, server: Server): Promise<void> {
  await storePrivately(environment.configFolder, "server.json", server);
}

/** Rows that this command line logged on a server, the last one at the end. */
export async function loggedRows({ environment }: Terminal, server: Server): Promise<readonly string[]> {
  const stored = recordOf(
    await readFile(join(environment.configFolder, "logged.json"), "utf8").catch(() => null),
  );
  const rows = isRecord(stored) ? stored[server.url] : null;
  return Array.isArray(rows) ? rows.filter((row) => typeof row === "string") : [];
}

const mostRows = 100;

export async function storeLoggedRows(
  { environment }: Terminal,
  server: Server,
  rows: readonly string[],
): Promise<void> {
  const stored =
    recordOf(await readFile(join(environment.configFolder, "logged.json"), "utf8").catch(() => null)) ?? {};
  await storePrivately(environment.configFolder, "logged.json", {
    ...stored,
    [server.url]: rows.slice(-mostRows),
  });
}

/** Nobody else on the machine may read it, and no reader ever meets half of it. */
async function storePrivately(folder: string, name: string, value: unknown): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  await chmod(partial, 0o600);
  await rename(partial, file);
}
