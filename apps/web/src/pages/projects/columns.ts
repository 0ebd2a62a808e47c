import { createSignal, onCleanup, onMount } from "solid-js";

/** Columns that go where there is no room for them; the name, the bars and the gap always stay. */
export type OptionalColumn = "reach" | "channels" | "word" | "time" | "cash" | "given";

/** The width in CSS pixels below which each goes, the least needed first. */
const goesBelow: Readonly<Record<OptionalColumn, number>> = {
  reach: 1040,
  channels: 1040,
  word: 900,
  time: 770,
  cash: 770,
  given: 600,
};

/** What fits on A4 between its margins: its smaller type makes it as wide as this on the screen. */
const PAPER_PX = 800;

/** Whether a column has room in a table of that width. */
export function hasRoom(column: OptionalColumn, width: number): boolean {
  return width >= goesBelow[column];
}

/** How many columns each spanner head covers: what we take, what we give, the difference. */
export function spans(width: number): {
  readonly take: number;
  readonly give: number;
  readonly difference: number;
} {
  const shown = (...columns: readonly OptionalColumn[]) =>
    columns.filter((column) => hasRoom(column, width)).length;
  return { take: 1 + shown("reach"), give: shown("time", "cash", "given"), difference: 3 + shown("word") };
}

/** Classes that hide the columns without room (projects.css). */
export function hiddenColumns(width: number): Record<string, boolean> {
  const columns: readonly OptionalColumn[] = ["reach", "channels", "word", "time", "cash", "given"];
  return Object.fromEntries(columns.map((column) => [`without-${column}`, !hasRoom(column, width)]));
}

/** The width that a table has: its element's on the screen, the sheet's while it is printed. */
export function tableWidth(element: () => HTMLElement, printing: () => boolean): () => number {
  const [onScreen, setOnScreen] = createSignal(1188);
  onMount(() => {
    const watched = new ResizeObserver(([entry]) => {
      if (entry !== undefined && !printing()) setOnScreen(entry.contentRect.width);
    });
    watched.observe(element());
    onCleanup(() => watched.disconnect());
  });
  return () => (printing() ? PAPER_PX : onScreen());
}
