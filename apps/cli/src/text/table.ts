/** Columns padded to one width, text to the left and numbers to the right; no padding at the end of a line. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  alignment: string,
): readonly string[] {
  const all = heads.length === 0 ? rows : [heads, ...rows];
  const widths = Array.from({ length: alignment.length }, (_, column) =>
    Math.max(0, ...all.map((row) => widthOf(row[column] ?? ""))),
  );
  return all.map((row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? "";
        const space = " ".repeat(width - widthOf(cell));
        return alignment[column] === "r" ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Characters, not UTF-16 units. */
function widthOf(text: string): number {
  return Array.from(text).length;
}

/** What a file says may hold control characters, which a terminal would obey; they are shown as what they are. */
export function shown(text: string): string {
  // The bidirectional marks too: they would turn the rest of the line round.
  return text.replaceAll(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** 0.0345 as `3.45`. */
export function percent(share: number, digits: number): string {
  return (share * 100).toFixed(digits);
}
