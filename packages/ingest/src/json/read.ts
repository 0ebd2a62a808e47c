/**
 * Readers of values whose type nobody has checked. Only names that the code itself writes are looked up in a JsonObject;
 * names that come from a file go through Object.entries into a Map, so that `__proto__` and `constructor` stay names.
 */
export interface JsonObject {
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject | null {
  return isObject(value) ? value : null;
}

/** The string, or null where there is none; an empty string says nothing and counts as none. */
export function asString(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : noItems;
}

const noItems: readonly unknown[] = [];
