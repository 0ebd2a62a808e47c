import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { identityOf, isAlive } from "./processes.ts";

export type Owner = { folder: string; name: string };

let claims = 0;

/** Writes down that this process uses the database of the folder. */
export async function claim(dataFolder: string): Promise<Owner> {
  const folder = join(dataFolder, "postgresql-owners");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  claims += 1;
  const owner = { folder, name: `${await identityOf(process.pid)}.${claims}` };
  await writeFile(join(folder, owner.name), "");
  return owner;
}

/** Takes the claim back. True when no other living process holds one, so that the database may be stopped: the last one out does it. */
export async function releaseUnlessShared({ folder, name }: Owner): Promise<boolean> {
  await rm(join(folder, name), { force: true });
  let alone = true;
  for (const other of await readdir(folder)) {
    if (await isAlive(other.slice(0, other.lastIndexOf(".")))) alone = false;
    else await rm(join(folder, other), { force: true });
  }
  return alone;
}
