/** The figures that are on the page: what `T` turns into their tables and back. */
interface Turnable {
  readonly showsTable: () => boolean;
  readonly show: (table: boolean) => void;
}

const figures = new Set<Turnable>();

/** Keeps a figure until the returned function is called. */
export function keepFigure(figure: Turnable): () => void {
  figures.add(figure);
  return () => figures.delete(figure);
}

/** Shows the tables behind all charts of the page; when all are shown, the charts again. False when there is none. */
export function turnTables(): boolean {
  const all = [...figures];
  const table = all.some((figure) => !figure.showsTable());
  for (const figure of all) figure.show(table);
  return all.length > 0;
}
