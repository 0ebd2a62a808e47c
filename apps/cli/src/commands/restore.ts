import { createReadStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure, type Command } from "../command.ts";
import { withDatabase } from "../database.ts";

export const command: Command = {
  usage: "restore FILE",
  about:
    "Reads a backup into a database that holds nothing yet, all of it or nothing. Needs the HEADWATER_SECRET under which the backup was made. The database is found as the server finds it: DATABASE_URL, else HEADWATER_DATA.",
  options: {},
  async run(given, terminal) {
    const [named, more] = given.positionals;
    if (named === undefined || more !== undefined) throw new Failure("Name one file to read.");
    const file = resolve(terminal.workingFolder, named);
    await access(file, constants.R_OK).catch(() => {
      throw new Failure(`${named} cannot be read.`);
    });
    const summary = await withDatabase(terminal, true, async ({ owner }) => {
      const { restoreDatabase } = await import("@headwater/db/dump");
      return await restoreDatabase(owner, createReadStream(file));
    });
    terminal.print(
      given.json
        ? JSON.stringify({ file: named, ...summary })
        : `Restored ${summary.rows} rows of ${summary.tables} tables.`,
    );
    return 0;
  },
};
