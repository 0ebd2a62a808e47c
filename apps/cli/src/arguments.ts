import { parseArgs } from "node:util";
import { Failure, type Command, type Given } from "./command.ts";

/** Reads the words behind the verb. Throws Failure with what is wrong with them. */
export function readArguments(
  command: Command,
  words: readonly string[],
): Given & { readonly help: boolean } {
  const options = {
    ...Object.fromEntries(
      Object.entries(command.options).map(([name, { type, multiple }]) => [
        name,
        { type, multiple: multiple ?? false },
      ]),
    ),
    help: { type: "boolean" as const, short: "h" },
    json: { type: "boolean" as const },
  };
  const { dashedWords } = command;
  const guarded =
    dashedWords === undefined ? words : words.map((word) => (dashedWords.test(word) ? GUARD + word : word));
  const { values, positionals } = parsed({
    args: [...guarded],
    options,
    allowPositionals: true,
    strict: true,
  });
  const valueOf = (name: string): unknown => values[name];
  const texts = (name: string): readonly string[] => {
    const value = valueOf(name);
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
  };
  return {
    positionals: positionals.map((word) => (word.startsWith(GUARD) ? word.slice(GUARD.length) : word)),
    text: (name) => texts(name).at(-1) ?? null,
    texts,
    flag: (name) => valueOf(name) === true,
    json: valueOf("json") === true,
    help: valueOf("help") === true,
  };
}

/** Hides a word from parseArgs that begins with a dash and is no option. */
const GUARD = "\u0000";

function parsed(config: NonNullable<Parameters<typeof parseArgs>[0]>): {
  values: Record<string, unknown>;
  positionals: string[];
} {
  try {
    const { values, positionals } = parseArgs(config);
    return { values, positionals };
  } catch (error) {
    // parseArgs explains at length how to pass a word with a dash; its first sentence names what is wrong.
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new Failure(`${sentence.replace(/\.$/, "")}. See --help.`);
  }
}

export function helpOf(command: Command): string {
  const options = [
    ...Object.entries(command.options).map(
      ([name, { value, about, type }]) =>
        [type === "string" ? `--${name} ${value ?? "TEXT"}` : `--${name}`, about] as const,
    ),
    ["--json", "print JSON"] as const,
    ["--help", "print this"] as const,
  ];
  const width = Math.max(...options.map(([left]) => left.length));
  return [
    `headwater ${command.usage}`,
    "",
    command.about,
    "",
    ...options.map(([left, about]) => `  ${left.padEnd(width)}  ${about}`),
  ].join("\n");
}

/** A whole number of at least `least`, or Failure that names the option. */
export function wholeNumber(given: Given, option: string, otherwise: number, least = 0): number {
  const text = given.text(option);
  if (text === null) return otherwise;
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= least) return number;
  throw new Failure(`--${option} takes a whole number from ${least} on, not ${JSON.stringify(text)}.`);
}
