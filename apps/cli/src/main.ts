#!/usr/bin/env node
import { once } from "node:events";
import { helpOf, readArguments } from "./arguments.ts";
import { Failure, type Command, type Status, type Terminal } from "./command.ts";
import { readEnvironment } from "./env.ts";

interface Verb {
  readonly about: string;
  /** Imported when it is used, so that `--help` answers at once. */
  readonly load: () => Promise<{ readonly command: Command }>;
}

const verbs: ReadonlyMap<string, Verb> = new Map([
  [
    "parse",
    { about: "read inventories and print what they say, as JSON", load: () => import("./commands/parse.ts") },
  ],
  ["scan", { about: "find the inventories below a folder", load: () => import("./commands/scan.ts") }],
  [
    "usage",
    {
      about: "usage share and reach of each project, with no server",
      load: () => import("./commands/usage.ts"),
    },
  ],
  ["login", { about: "remember a server and an API key", load: () => import("./commands/login.ts") }],
  [
    "push",
    {
      about: "send an inventory, or all below a folder, to the server",
      load: () => import("./commands/push.ts"),
    },
  ],
  ["log", { about: "record time given to a project, in one line", load: () => import("./commands/log.ts") }],
  [
    "undo",
    { about: "take back the last row that was logged from here", load: () => import("./commands/undo.ts") },
  ],
  [
    "ratios",
    {
      about: "give-back against usage by project, team or ecosystem",
      load: () => import("./commands/ratios.ts"),
    },
  ],
  ["summary", { about: "the company's headline", load: () => import("./commands/summary.ts") }],
  ["where", { about: "which products use a package", load: () => import("./commands/where.ts") }],
  [
    "audit",
    { about: "audit verify: whether the history is whole", load: () => import("./commands/audit.ts") },
  ],
  [
    "backup",
    { about: "write the whole installation into one file", load: () => import("./commands/backup.ts") },
  ],
  ["restore", { about: "read a backup into an empty database", load: () => import("./commands/restore.ts") }],
]);

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...words]: readonly string[]): Promise<Status> {
  // Who reads only the first lines (`| head`) has what they wanted.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help")
      return overview(name === undefined);
    if (name === "--version" || name === "version") return await printRelease(words.includes("--json"));
    const verb = verbs.get(name);
    if (verb === undefined)
      throw new Failure(`There is no command ${JSON.stringify(name)}. See headwater --help.`);
    const { command } = await verb.load();
    const given = readArguments(command, words);
    if (!given.help) return await command.run(given, terminal());
    process.stdout.write(`${helpOf(command)}\n`);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const sentence = error instanceof Failure ? reason : `Something unforeseen went wrong: ${reason}`;
    process.stderr.write(`headwater: ${sentence.replaceAll(/\s*\n\s*/g, " ")}\n`);
    return 2;
  }
}

async function printRelease(asJson: boolean): Promise<Status> {
  const { release } = await import("@headwater/db/release");
  const { version, commit } = release();
  const line = commit === null ? `headwater ${version}` : `headwater ${version} (commit ${commit})`;
  process.stdout.write(`${asJson ? JSON.stringify({ version, commit }) : line}\n`);
  return 0;
}

function overview(isMistake: boolean): Status {
  const width = Math.max(...Array.from(verbs.keys(), (name) => name.length));
  const lines = Array.from(verbs, ([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  const text = [
    "headwater COMMAND …",
    "",
    ...lines,
    "",
    "headwater COMMAND --help says more; every command takes --json. headwater --version says which this is.",
    "",
  ].join("\n");
  (isMistake ? process.stderr : process.stdout).write(text);
  return isMistake ? 2 : 0;
}

function terminal(): Terminal {
  return {
    environment: readEnvironment(),
    workingFolder: process.cwd(),
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    print: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    async readInput() {
      const chunks: Buffer[] = [];
      process.stdin.on("data", (chunk: Buffer) => chunks.push(chunk));
      await once(process.stdin, "end");
      return Buffer.concat(chunks);
    },
    async ask(question) {
      const { createInterface } = await import("node:readline/promises");
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await lines.question(question);
      } finally {
        lines.close();
      }
    },
  };
}
