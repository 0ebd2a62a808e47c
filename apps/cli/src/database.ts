import type { DatabaseEnvironment, PreparedDatabase } from "@headwater/db";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure, type Terminal } from "./command.ts";

/**
 * Opens the installation's database as the server does, hands it to `work`, and lets it go again. An embedded database
 * that a server is using is shared with it and stays up.
 */
export async function withDatabase<Result>(
  terminal: Terminal,
  mayBeNew: boolean,
  work: (database: PreparedDatabase) => Promise<Result>,
): Promise<Result> {
  const { asUnavailable, LauncherError, openPrepared, StartRefused } = await import("@headwater/db");
  const { DumpRefused } = await import("@headwater/db/dump");
  try {
    const prepared = await openPrepared(settings(terminal, mayBeNew));
    try {
      return await work(prepared);
    } finally {
      await prepared.stop();
    }
  } catch (error) {
    const isReason = [DumpRefused, LauncherError, StartRefused].some((kind) => error instanceof kind);
    if (isReason && error instanceof Error) throw new Failure(error.message);
    const unavailable = asUnavailable(error);
    throw unavailable === null ? error : new Failure(unavailable.message);
  }
}

function settings({ environment, workingFolder }: Terminal, mayBeNew: boolean): DatabaseEnvironment {
  const { url, ownerUrl, dataFolder: named, secret, secretFile } = environment.database;
  const dataFolder = resolve(workingFolder, named ?? "data");
  if (url === null && !mayBeNew && !existsSync(join(dataFolder, "postgresql-18")))
    throw new Failure(
      `There is no database in ${dataFolder}; set HEADWATER_DATA to the folder of the server's data, or DATABASE_URL.`,
    );
  const given = secretFile === null ? secret : textOf(secretFile);
  const kept = join(dataFolder, "secret");
  const found = given ?? (url === null && existsSync(kept) ? textOf(kept) : null);
  if (found === null)
    throw new Failure(
      url === null
        ? `There is no secret in ${dataFolder}; set HEADWATER_SECRET to the one of the installation.`
        : "With DATABASE_URL set HEADWATER_SECRET too, the same as the server's.",
    );
  return {
    databaseUrl: url ?? undefined,
    databaseOwnerUrl: ownerUrl ?? undefined,
    dataFolder,
    secret: found,
    log: () => undefined,
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new Failure(`${file} cannot be read.`);
  }
}
