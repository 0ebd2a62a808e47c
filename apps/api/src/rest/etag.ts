/** Settings carry a revision; a later PATCH names it in If-Match. Null for what has none. */
export function etagOf(output: unknown): string | null {
  if (typeof output !== "object" || output === null || !("revision" in output)) return null;
  return `"r${String(output.revision)}"`;
}
