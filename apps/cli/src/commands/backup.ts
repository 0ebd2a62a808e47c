import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure, type Command } from "../command.ts";
import { withDatabase } from "../database.ts";

export const command: Command = {
  usage: "backup FILE",
  about:
    "Writes the whole installation, as it is at one instant, into one file; the server may go on working. The database is found as the server finds it: DATABASE_URL, else HEADWATER_DATA. HEADWATER_SECRET is not in the file: keep it apart.",
  options: { force: { type: "boolean", about: "write over a file that is there" } },
  async run(given, terminal) {
    const [named, more] = given.positionals;
    if (named === undefined || more !== undefined) throw new Failure("Name one file to write.");
    const file = resolve(terminal.workingFolder, named);
    const isThere = await stat(file).then(
      () => true,
      () => false,
    );
    if (isThere && !given.flag("force"))
      throw new Failure(`${named} is there already; name another file, or add --force.`);
    // Under its name the file appears only when it is whole and on the disk.
    const partial = `${file}.partial`;
    await (await opened(partial, named)).close();
    try {
      const summary = await withDatabase(terminal, false, async ({ app }) => {
        const { dumpDatabase } = await import("@headwater/db/dump");
        return await dumpDatabase(app, createWriteStream(partial, { mode: 0o600, flush: true }));
      });
      await rename(partial, file);
      terminal.print(
        given.json
          ? JSON.stringify({ file: named, ...summary })
          : `Wrote ${summary.rows} rows of ${summary.tables} tables to ${named}. Keep HEADWATER_SECRET apart from it.`,
      );
      return 0;
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  },
};

async function opened(partial: string, named: string) {
  try {
    return await open(partial, "w", 0o600);
  } catch (error) {
    throw new Failure(
      `${named} cannot be written (${error instanceof Error && "code" in error ? String(error.code) : "unknown"}).`,
    );
  }
}
