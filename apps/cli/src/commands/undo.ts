import { Contribution } from "@headwater/contract/contributions";
import { Failure, type Command } from "../command.ts";
import { call, json } from "../server/client.ts";
import { loggedRows, storedServer, storeLoggedRows } from "../server/connection.ts";
import { shown } from "../text/table.ts";
import { distinctName } from "../usage/mapping.ts";

export const command: Command = {
  usage: "undo [--reason TEXT]",
  about:
    "Takes back the last row that was logged from here. The row stays in the ledger; a reversing one is added.",
  options: {
    reason: { type: "string", value: "TEXT", about: "why (default: undone from the command line)" },
  },
  async run(given, terminal) {
    if (given.positionals.length > 0) throw new Failure("undo takes back the last row; it takes no name.");
    const server = await storedServer(terminal);
    const rows = await loggedRows(terminal, server);
    const last = rows.at(-1);
    if (last === undefined) throw new Failure("Nothing was logged from here that could be taken back.");
    const reason = given.text("reason") ?? "undone from the command line";
    const row = await call(
      server,
      { method: "POST", path: `/contributions/${encodeURIComponent(last)}/reversal`, body: json({ reason }) },
      Contribution,
    );
    await storeLoggedRows(terminal, server, rows.slice(0, -1));
    terminal.print(
      given.json
        ? JSON.stringify(row)
        : `Took back ${Math.abs(row.minutes)} minutes of ${row.kind} for ${shown(distinctName(row.project))} on ${row.day}.`,
    );
    return 0;
  },
};
