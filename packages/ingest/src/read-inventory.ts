import type { Inventory, ParseResult } from "@headwater/domain/usage";
import { checkInventory } from "./check-inventory.ts";
import type { Format } from "./format.ts";
import type { Limits } from "./limits.ts";
import { defaultLimits } from "./limits.ts";
import { refuse } from "./refuse.ts";
import { formats } from "./registry.ts";
import { decode, unpack } from "./unpack/index.ts";

export interface InventoryBytes {
  readonly path: string;
  /** The file as it is, plain or gzip. */
  readonly bytes: Uint8Array;
  /** Name of a format; without it the content decides, then the file's name. */
  readonly format?: string;
  /** Texts that lie beside the file: path relative to its folder → text. */
  readonly beside?: ReadonlyMap<string, string>;
  readonly limits?: Partial<Limits>;
}

export interface InventoryText {
  readonly path: string;
  readonly text: string;
  readonly format?: string;
  readonly beside?: ReadonlyMap<string, string>;
}

/**
 * Reads one inventory of any known format. Never throws on bad input: what cannot be read is refused with a code, a
 * sentence and a place; what is dropped from a file that can be read is a problem of its inventory.
 */
export function parseInventory(input: InventoryBytes): ParseResult {
  const limits = { ...defaultLimits, ...input.limits };
  const unpacked = unpack(input.bytes, limits);
  if (unpacked.kind === "refused") return unpacked;
  const decoded = decode(unpacked.bytes);
  if (decoded.kind === "refused") return decoded;
  const path = input.path.replace(/\.gz$/i, "");
  return parseText({ ...input, path, text: decoded.text });
}

/** The same for a text that is already unpacked and decoded. */
export function parseText(input: InventoryText): ParseResult {
  const format = input.format === undefined ? detect(input.path, input.text) : formatNamed(input.format);
  if (format === null) return unknownFormat(input.format);
  const text = input.text.startsWith("\uFEFF") ? input.text.slice(1) : input.text;
  const result = format.parse({ path: input.path, text, beside: input.beside ?? nothingBeside });
  if (result.kind === "refused") return result;
  const broken = checkInventory(result.inventory);
  if (broken === null) return result;
  return refuse(
    "inconsistent-inventory",
    `The file was read into something that contradicts itself: ${broken}. Please report it.`,
    null,
  );
}

/** The format that a file has by the last part of its path, or null. */
export function formatOfFileName(path: string): Format | null {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return formats.find((format) => format.fileName.test(name)) ?? null;
}

/** Globs, relative to the inventory's folder, of the files beside it that its format reads; none for an unknown format. */
export function besideOf(format: string): readonly string[] {
  return formatNamed(format)?.beside ?? [];
}

/** Paths, relative to the inventory's folder, of the manifests of its members that its format reads too. */
export function memberManifests({ format, members }: Inventory): readonly string[] {
  const manifestOf = formatNamed(format)?.memberManifest;
  return manifestOf === undefined ? [] : members.map(manifestOf);
}

const nothingBeside: ReadonlyMap<string, string> = new Map();

function formatNamed(name: string): Format | null {
  return formats.find((format) => format.name === name) ?? null;
}

function detect(path: string, text: string): Format | null {
  return formats.find((format) => format.recognises(text)) ?? formatOfFileName(path);
}

function unknownFormat(name: string | undefined): ParseResult {
  const read = formats.map((format) => `${format.title} (${format.name})`).join(", ");
  const what =
    name === undefined
      ? "The file is no inventory that is known"
      : `There is no format named ${JSON.stringify(name.slice(0, 100))}`;
  return refuse("unknown-format", `${what}; these are read: ${read}.`, null);
}
