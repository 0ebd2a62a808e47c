/**
 * Where a key takes the reading mark among so many places, laid out in rows of `across` (all in one row or column by
 * default). Null for keys that do not move it. The first key only shows the mark where it stands.
 */
export function moved(key: string, from: number, places: number, across = 1): number | null {
  const to = target(key, from, places, across);
  return to === null ? null : Math.min(places - 1, Math.max(0, to));
}

function target(key: string, from: number, places: number, across: number): number | null {
  const inColumn = from + across < places;
  switch (key) {
    case "ArrowRight":
      return from + 1;
    case "ArrowLeft":
      return from - 1;
    case "ArrowDown":
      return across === 1 || inColumn ? from + across : from;
    case "ArrowUp":
      return across === 1 || from >= across ? from - across : from;
    case "Home":
      return 0;
    case "End":
      return places - 1;
    default:
      return null;
  }
}
