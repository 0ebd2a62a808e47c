export { ColumnChooser } from "./ColumnChooser.tsx";
export type { LedgerColumn, LedgerLayout } from "./columns.ts";
export { createLedgerLayout } from "./layout.ts";
export { Ledger } from "./Ledger.tsx";
export type { FootRow } from "./LedgerFoot.tsx";
export type { LedgerSort } from "./LedgerHead.tsx";
export type { LedgerGroup } from "./lines.ts";
