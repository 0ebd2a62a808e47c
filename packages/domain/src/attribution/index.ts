export { snapshotEras } from "./snapshot-eras.ts";
export type { Era, ProductHistory, SnapshotTaken, SourceHistory } from "./snapshot-eras.ts";
export { usageOver } from "./usage-over.ts";
export type { Usage, UsageInput, UsageOver, UsageRow, UsedEra, UsedProduct } from "./usage-over.ts";
