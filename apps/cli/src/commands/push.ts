import type { Upload } from "@headwater/contract/products";
import { readFile, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { Failure, type Command, type Given, type Terminal } from "../command.ts";
import { folderOptions, readPortfolio, readSource, type ReadSource } from "../inventories/portfolio.ts";
import { storedServer } from "../server/connection.ts";
import { pushInventory } from "../server/upload.ts";
import { shown } from "../text/table.ts";

interface Planned {
  readonly product: string;
  readonly source: string;
  readonly read: ReadSource;
}

interface Pushed {
  readonly planned: Planned;
  readonly upload: Upload | null;
  /** Why it was not taken. */
  readonly reason: string | null;
}

export const command: Command = {
  usage: "push FILE|DIR --product NAME [--source PATH] [--ref REF] [--taken-at INSTANT]",
  about:
    "Sends an inventory, or every inventory below a folder, to the server, with what lies beside it. A folder without --product makes a product of each folder at its first level, as scan does.",
  options: {
    ...folderOptions,
    source: {
      type: "string",
      value: "PATH",
      about: "what the inventory is called in the product (default: its path)",
    },
    ref: {
      type: "string",
      value: "REF",
      about: "branch or tag; another than the tracked one is kept for comparison only",
    },
    "taken-at": {
      type: "string",
      value: "INSTANT",
      about: "when it was taken, such as 2026-08-12T10:00:00Z (default: now)",
    },
  },
  async run(given, terminal) {
    const server = await storedServer(terminal);
    const plan = await planOf(given, terminal);
    if (plan.length === 0)
      throw new Failure("There is no inventory below that folder; scan --rules says what is looked for.");
    const pushed: Pushed[] = [];
    for (const planned of plan) {
      const bytes =
        planned.read.kind === "inventory" ? planned.read.bytes : await readFile(planned.read.file);
      const push = { ...planned, bytes, ref: given.text("ref"), takenAt: given.text("taken-at") };
      pushed.push(
        await pushInventory(server, push).then(
          (upload) => outcomeOf(planned, upload),
          (error: unknown) => failed(planned, error),
        ),
      );
    }
    const refused = pushed.filter(({ reason }) => reason !== null);
    // One file that was refused: nothing was done, and that is the reason.
    if (pushed.length === 1 && refused[0] !== undefined && !given.json)
      throw new Failure(refused[0].reason ?? "");
    for (const one of pushed)
      for (const line of given.json ? [JSON.stringify(printed(one))] : linesOf(one)) terminal.print(line);
    if (refused.length > 0)
      terminal.note(`headwater: ${refused.length} of ${pushed.length} inventories were not taken.`);
    return refused.length === 0 ? 0 : refused.length === pushed.length ? 2 : 1;
  },
};

async function planOf(given: Given, terminal: Terminal): Promise<readonly Planned[]> {
  const [named, more] = given.positionals;
  if (named === undefined || more !== undefined)
    throw new Failure("Name one file or folder. See headwater push --help.");
  const path = resolve(terminal.workingFolder, named);
  const about = await stat(path).catch(() => null);
  if (about === null) throw new Failure(`There is no file ${named}.`);
  const product = given.text("product");
  if (about.isDirectory()) {
    if (given.text("source") !== null)
      throw new Failure("--source names one inventory; leave it out for a folder.");
    return (await readPortfolio(given, terminal)).flatMap(({ name, sources }) =>
      sources.map((read) => ({ product: name, source: read.path, read })),
    );
  }
  if (product === null) throw new Failure("Say which product the file belongs to: --product NAME.");
  const source = given.text("source") ?? sourceOf(terminal.workingFolder, path);
  return [{ product, source, read: await readSource({ path: source, file: path }, terminal.environment) }];
}

/** The path from where the command runs, so that the same file of a checkout is the same source every time. */
function sourceOf(workingFolder: string, path: string): string {
  const below = relative(workingFolder, path).split(sep).join("/");
  const source = below.startsWith("..") || isAbsolute(below) ? basename(path) : below;
  return source.replace(/\.gz$/i, "");
}

function outcomeOf(planned: Planned, upload: Upload): Pushed {
  return {
    planned,
    upload,
    reason: upload.status === "refused" ? (upload.error?.message ?? "The server refused the file.") : null,
  };
}

function failed(planned: Planned, error: unknown): Pushed {
  if (error instanceof Failure) return { planned, upload: null, reason: error.message };
  throw error;
}

function printed({ planned, upload, reason }: Pushed) {
  return upload === null
    ? { product: planned.product, source: planned.source, status: "refused", error: { message: reason } }
    : upload;
}

function linesOf({ planned, upload, reason }: Pushed): readonly string[] {
  const name = shown(`${planned.product} ${planned.source}`);
  if (reason !== null || upload === null) return [`${name}: refused: ${shown(reason ?? "")}`];
  const { snapshot } = upload;
  if (upload.status === "unchanged" || snapshot === null) return [`${name}: unchanged`];
  const change = `+${snapshot.added} −${snapshot.removed} ↑${snapshot.updated}`;
  const inForce = snapshot.inForce ? "" : ", kept for comparison, not in force";
  return [
    `${name}: ${change} (${snapshot.components} components, ${snapshot.direct} direct${inForce})`,
    ...snapshot.problems.map(({ severity, code, message, where }) =>
      shown(`  ${severity} ${code}${where === null ? "" : ` at ${where}`}: ${message}`),
    ),
  ];
}
