/** The newest day first, of one day what was written last; the server gives rows in the order in which they were written. */
export function byDay<Row extends { readonly id: string; readonly day: string }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.toSorted((one, other) => {
    if (one.day !== other.day) return one.day < other.day ? 1 : -1;
    return one.id < other.id ? 1 : -1;
  });
}
