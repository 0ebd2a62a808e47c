/** A group of rows with a head of its own; its figures are sums that the server made. */
export interface LedgerGroup<Row, Figures> {
  readonly key: string;
  readonly name: string;
  /** How many rows it has, also where not all are here. */
  readonly count: number;
  readonly rows: readonly Row[];
  /** Its subtotals by column. */
  readonly cell?: ((columnId: string) => Figures) | undefined;
}

/** The line of a group's head, told from a row by its class: rows keep their identity, so that one drawn is not drawn anew. */
export class GroupHead<Row, Figures> {
  readonly group: LedgerGroup<Row, Figures>;

  constructor(group: LedgerGroup<Row, Figures>) {
    this.group = group;
  }
}

/** One line of the body: a row, or the head of a group. */
export type Line<Row, Figures> = Row | GroupHead<Row, Figures>;

/** The lines of a body and where each begins, in CSS pixels from its top. One more offset says where the last one ends. */
export interface Lines<Row, Figures> {
  readonly lines: readonly Line<Row, Figures>[];
  readonly offsets: Float64Array;
}

/** The lines that are drawn: from, and up to but not with, to. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
}

/** Up to this many lines stand in the page as they are; of more only those near the window. */
export const ALL_OF = 100;

/** What is drawn beyond both edges of the window, so that a quick scroll meets no white. CSS pixels. */
const BEYOND_PX = 416;

/** The drawn lines move in steps of this many: one change of the page for several events of the wheel. */
const STEP = 8;

/** A head of a group is a little higher than a row. CSS pixels. */
const GROUP_MORE_PX = 6;

/** The rows, or each group's head and then its rows; `rowHeight` in CSS pixels. */
export function layLines<Row, Figures>(
  rows: readonly Row[],
  groups: readonly LedgerGroup<Row, Figures>[] | undefined,
  rowHeight: number,
): Lines<Row, Figures> {
  const lines: readonly Line<Row, Figures>[] =
    groups?.flatMap((group) => [new GroupHead<Row, Figures>(group), ...group.rows]) ?? rows;
  const offsets = new Float64Array(lines.length + 1);
  for (const [index, line] of lines.entries()) {
    const height = line instanceof GroupHead ? rowHeight + GROUP_MORE_PX : rowHeight;
    offsets[index + 1] = (offsets[index] ?? 0) + height;
  }
  return { lines, offsets };
}

/** The lines near a window of that height when the body begins at `top` of it. All lengths in CSS pixels. */
export function linesNear(offsets: Float64Array, top: number, windowHeight: number): Drawn {
  const last = offsets.length - 1;
  const first = lineAt(offsets, -top - BEYOND_PX);
  const from = Math.floor(first / STEP) * STEP;
  const end = lineAt(offsets, windowHeight - top + BEYOND_PX) + 1;
  return { from, to: Math.min(last, Math.max(from, Math.ceil(end / STEP) * STEP)) };
}

/** The line on which a length from the top falls, held to the ends. */
function lineAt(offsets: Float64Array, from: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  return low;
}
