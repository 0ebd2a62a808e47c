import type { Environment } from "./env.ts";

/** 0 done · 1 done, with parts that were refused · 2 nothing done. */
export type Status = 0 | 1 | 2;

export interface Option {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** What stands for the value in the help: `NAME`. */
  readonly value?: string;
  readonly about: string;
}

/** One verb of the command line. `--help` and `--json` belong to all and are not listed here. */
export interface Command {
  /** Behind the program's name: `parse FILE… [--format NAME]`. */
  readonly usage: string;
  readonly about: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Positionals that look like options and are not: the days `-3d` of a log line. */
  readonly dashedWords?: RegExp;
  readonly run: (given: Given, terminal: Terminal) => Promise<Status>;
}

/** A command line as read: what was left out is null, empty or false. */
export interface Given {
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | null;
  readonly texts: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
  readonly json: boolean;
}

/** Everything that a command sees of the process around it. */
export interface Terminal {
  readonly environment: Environment;
  readonly workingFolder: string;
  readonly isInteractive: boolean;
  readonly print: (line: string) => void;
  /** On stderr, for a person beside what is printed for programs. */
  readonly note: (line: string) => void;
  readonly readInput: () => Promise<Uint8Array>;
  readonly ask: (question: string) => Promise<string>;
}

/** Nothing was done; the message is the reason, in one line that says what to do. */
export class Failure extends Error {
  override readonly name = "Failure";
}
