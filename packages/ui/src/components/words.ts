import { texts } from "../format/locale.ts";

/** The words that parts say by themselves. What a page means it passes as a prop. */
export const words = texts(
  {
    close: "Close",
    undo: "Undo",
    undone: "Undone",
    notUndone: (why: string) => `Not undone: ${why}`,
    removeFilter: (field: string, value: string) => `Remove the filter ${field} ${value}`,
    estimated: "estimated",
    unknown: "unknown",
    why: "why",
  },
  {
    close: "Schließen",
    undo: "Rückgängig",
    undone: "Rückgängig gemacht",
    notUndone: (why: string) => `Nicht rückgängig gemacht: ${why}`,
    removeFilter: (field: string, value: string) => `Filter ${field} ${value} entfernen`,
    estimated: "geschätzt",
    unknown: "unbekannt",
    why: "warum",
  },
);
