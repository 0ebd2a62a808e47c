import { badField } from "./refusal.ts";

/** No input nests deeper than an array of objects of arrays; a hostile one could exhaust the stack of what reads it. */
const DEEPEST = 32;

interface Place {
  readonly value: unknown;
  readonly path: readonly string[];
}

/**
 * Refuses texts that no database and no UTF-8 can hold (NUL, a surrogate without its pair), naming the field: stored
 * silently changed they would be somebody else's words. Looks into plain objects and arrays, names included; bytes are not text.
 */
export function requireStorable(given: unknown): void {
  if (!isAllStorable(given, 0)) refuseUnstorable(given);
}

/** Without the places, which cost more than the looking: an inventory has tens of thousands of texts. */
function isAllStorable(value: unknown, depth: number): boolean {
  if (typeof value === "string") return isStorable(value);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return true;
  if (depth === DEEPEST) return false;
  if (Array.isArray(value)) return value.every((member) => isAllStorable(member, depth + 1));
  for (const [name, member] of Object.entries(value))
    if (!isStorable(name) || !isAllStorable(member, depth + 1)) return false;
  return true;
}

function refuseUnstorable(given: unknown): void {
  const open: Place[] = [{ value: given, path: [] }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, path } = place;
    if (typeof value === "string") requireStorableText(value, path);
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) continue;
    if (path.length === DEEPEST)
      throw badField(
        path.slice(0, 3).join("."),
        `this nests more than ${DEEPEST} levels deep; no input does`,
      );
    for (const [name, member] of Object.entries(value)) {
      requireStorableText(name, path);
      open.push({ value: member, path: [...path, name] });
    }
  }
}

export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

function requireStorableText(text: string, path: readonly string[]): void {
  if (isStorable(text)) return;
  const fault = text.includes("\0")
    ? "holds a NUL character"
    : "holds half of a character (a surrogate without its pair)";
  throw badField(path.join(".") || "body", `this text ${fault}; remove it`);
}
