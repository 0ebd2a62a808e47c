/**
 * JSON with sorted keys and no white space: equal values give equal bytes, so that digests of them can be compared.
 * bigint becomes its decimal text, Date its ISO instant, bytes their length (they are digested where they are stored).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? "null";
}

function ordered(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return { byteLength: value.byteLength };
  if (value instanceof Map) return ordered(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, ordered(member)]),
  );
}
