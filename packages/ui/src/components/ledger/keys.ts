import { GroupHead, type Line } from "./lines.ts";

/** The line that a key leads to from another, over the heads of groups; null where it leads nowhere. `page` in lines. */
export function lineAfter<Row, Figures>(
  key: string,
  from: number,
  lines: readonly Line<Row, Figures>[],
  page: number,
): number | null {
  switch (key) {
    case "ArrowDown":
      return rowFrom(lines, from + 1, 1);
    case "ArrowUp":
      return rowFrom(lines, from - 1, -1);
    case "PageDown":
      return rowFrom(lines, Math.min(lines.length - 1, from + page), -1);
    case "PageUp":
      return rowFrom(lines, Math.max(0, from - page), 1);
    case "Home":
      return rowFrom(lines, 0, 1);
    case "End":
      return rowFrom(lines, lines.length - 1, -1);
    default:
      return null;
  }
}

/** The first row from there in that direction. */
function rowFrom<Row, Figures>(
  lines: readonly Line<Row, Figures>[],
  from: number,
  step: 1 | -1,
): number | null {
  for (let at = from; at >= 0 && at < lines.length; at += step)
    if (!(lines[at] instanceof GroupHead)) return at;
  return null;
}
