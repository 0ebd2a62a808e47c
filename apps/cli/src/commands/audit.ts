import { AuditVerdict } from "@headwater/contract/audit";
import { Failure, type Command } from "../command.ts";
import { call } from "../server/client.ts";
import { storedServer } from "../server/connection.ts";

export const command: Command = {
  usage: "audit verify",
  about:
    "Asks the server to compute the chain of its history again from the first row. Ends with 1 and names the first broken row where the chain is broken.",
  options: {},
  async run(given, terminal) {
    if (given.positionals.join(" ") !== "verify")
      throw new Failure("The one thing to do with the audit here is: headwater audit verify.");
    const server = await storedServer(terminal);
    const { intact, rows, pending, head, firstBroken } = await call(
      server,
      { method: "GET", path: "/audit/verification" },
      AuditVerdict,
    );
    if (given.json) terminal.print(JSON.stringify({ intact, rows, pending, head, firstBroken }));
    else if (firstBroken === null)
      terminal.print(
        `The chain of ${rows} rows is ${intact ? "whole" : "broken"}${pending === 0 ? "" : `; ${pending} newer rows wait to be chained`}. Head: ${head ?? "none"}`,
      );
    else
      terminal.print(
        `The chain is broken at row ${firstBroken.position} of ${rows} (${firstBroken.row}): ${firstBroken.reason}`,
      );
    return intact ? 0 : 1;
  },
};
