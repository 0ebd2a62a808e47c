import { formats } from "@headwater/ingest";
import { resolve } from "node:path";
import { Failure, type Command } from "../command.ts";
import { readInventory, readPiped } from "../inventories/read.ts";
import { printedInventory } from "../text/inventory.ts";

export const command: Command = {
  usage: "parse FILE… [--format NAME]",
  about:
    "Reads inventories (SBOMs, lockfiles; plain or gzip) with no server and no network, and prints one JSON object a line and file. A file named - is read from the input.",
  options: {
    format: {
      type: "string",
      value: "NAME",
      about: "read every file as this format, whatever its name and content",
    },
  },
  async run(given, { workingFolder, print, note, readInput }) {
    const files = given.positionals;
    if (files.length === 0) throw new Failure("Name at least one file. See headwater parse --help.");
    const format = given.text("format");
    if (format !== null && !formats.some(({ name }) => name === format))
      throw new Failure(
        `There is no format named ${JSON.stringify(format)}; these are read: ${formats.map(({ name }) => name).join(", ")}.`,
      );
    let refused = 0;
    for (const file of files) {
      const outcome =
        file === "-"
          ? readPiped(await readInput(), format)
          : await readInventory(resolve(workingFolder, file), { format });
      if (outcome.kind === "inventory") {
        print(JSON.stringify(printedInventory(file, outcome.inventory)));
        continue;
      }
      refused += 1;
      const { code, message, where } = outcome.refusal;
      print(JSON.stringify({ file, error: { code, message, where } }));
      if (files.length === 1) note(`headwater: ${file}: ${message}`);
    }
    if (refused > 0 && files.length > 1)
      note(`headwater: ${refused} of ${files.length} files could not be read.`);
    // Each file has its line, the refused ones too: something was done even where none could be read.
    return refused === 0 ? 0 : 1;
  },
};
