import type { JSX } from "solid-js";

/** One column of a ledger. Its unit stands in the head and never in a cell. */
export interface LedgerColumn<Row> {
  readonly id: string;
  /** Read anew when the language changes. */
  readonly name: string;
  /** The head where it is more than a word, for example with the key of a chart. The column keeps its name. */
  readonly head?: (() => JSX.Element) | undefined;
  readonly unit?: string | undefined;
  /** The italic head over it and its neighbours of the same span: `What we take`. */
  readonly spanner?: string | undefined;
  readonly cell: (row: Row) => JSX.Element;
  /** Figures end at one edge, words and drawings begin at it. */
  readonly as?: "figures" | "words";
  /** CSS pixels. The first column takes what the others leave. */
  readonly width: number;
  /** The order that the first press on the head gives; absent where the column cannot be sorted by. */
  readonly sorts?: Order | undefined;
  /** Columns go where there is no room for all, the highest number first; 0 stays always. */
  readonly spare?: number | undefined;
  /** Stays on a phone: beside the name there is room for one bar and one figure. */
  readonly onPhone?: boolean | undefined;
  /** Hidden until the reader asks for it. */
  readonly offered?: boolean | undefined;
}

export type Order = "ascending" | "descending";

/** What a reader has changed of a ledger; kept by the caller or by `createLedgerLayout`. */
export interface LedgerLayout {
  /** Whether a column is shown, where the reader said so. */
  readonly shown: Readonly<Record<string, boolean>>;
  /** Widths in CSS pixels, where the reader changed them. */
  readonly widths: Readonly<Record<string, number>>;
}

export const asMade: LedgerLayout = { shown: {}, widths: {} };

/** No column is narrower than its shortest figure, nor wider than half a page. CSS pixels. */
const NARROWEST_PX = 44;
const WIDEST_PX = 560;

/** Eighteen characters of a name: before that no name is cut. CSS pixels. */
const NAME_PX = 150;

export function widthOf(column: LedgerColumn<never>, layout: LedgerLayout): number {
  return layout.widths[column.id] ?? column.width;
}

export function isChosen(column: LedgerColumn<never>, layout: LedgerLayout): boolean {
  return layout.shown[column.id] ?? column.offered !== true;
}

/** The layout with that column so many CSS pixels wide, held to what can be read. */
export function withWidth(layout: LedgerLayout, id: string, width: number): LedgerLayout {
  const held = Math.round(Math.min(WIDEST_PX, Math.max(NARROWEST_PX, width)));
  return { ...layout, widths: { ...layout.widths, [id]: held } };
}

/** The layout with that column as wide as it was made. */
export function withOwnWidth(layout: LedgerLayout, id: string): LedgerLayout {
  const widths = Object.fromEntries(Object.entries(layout.widths).filter(([other]) => other !== id));
  return { ...layout, widths };
}

/** The columns that are drawn: the name of the row, and the others. */
export interface Shown<Row> {
  readonly name: LedgerColumn<Row> | undefined;
  readonly rest: readonly LedgerColumn<Row>[];
}

/** What is drawn in a table of that width: the chosen columns, without the most spare ones where room is short. */
export function columnsThatFit<Row>(
  columns: readonly LedgerColumn<Row>[],
  layout: LedgerLayout,
  room: { readonly width: number; readonly phone: boolean },
): Shown<Row> {
  const [name, ...others] = columns;
  if (room.phone) return { name, rest: others.filter((column) => column.onPhone === true) };
  const chosen = others.filter((column) => isChosen(column, layout));
  const goingFirst = chosen
    .filter((column) => (column.spare ?? 0) > 0)
    .sort((one, other) => (other.spare ?? 0) - (one.spare ?? 0));
  const gone = new Set<string>();
  let needed = NAME_PX + chosen.reduce((sum, column) => sum + widthOf(column, layout), 0);
  for (const column of goingFirst) {
    if (needed <= room.width) break;
    gone.add(column.id);
    needed -= widthOf(column, layout);
  }
  return { name, rest: chosen.filter((column) => !gone.has(column.id)) };
}

/** The classes of a cell of that column. */
export function cellClass(column: LedgerColumn<never>): string {
  return `${column.as === "figures" ? "figures " : ""}c-${column.id}`;
}

/** Neighbours with the same spanner head, as the head row draws them: a text, or null where there is none. */
export function spansOf(
  columns: readonly LedgerColumn<never>[],
): readonly { readonly text: string | null; readonly columns: number }[] {
  const spans: { text: string | null; columns: number }[] = [];
  for (const { spanner } of columns) {
    const last = spans.at(-1);
    if (last !== undefined && last.text === (spanner ?? null)) last.columns += 1;
    else spans.push({ text: spanner ?? null, columns: 1 });
  }
  return spans;
}
