/** Charts as SVG, drawn alike on a page and on the server. Each takes plain values; words come from the caller. */
export { BeforeAfter } from "./BeforeAfter.tsx";
export { ChartFigure, type ChartColumn, type ChartTable } from "./ChartFigure.tsx";
export { MonthBars } from "./MonthBars.tsx";
export { PairedBars } from "./PairedBars.tsx";
export type { PairedRow } from "./paired-rows.ts";
export { PairedBarsSmall } from "./PairedBarsSmall.tsx";
export { ProductTicks } from "./ProductTicks.tsx";
export type { Held } from "./product-ticks.ts";
export type { Hardness, PromisePart } from "./promise.ts";
export { PromiseBar } from "./PromiseBar.tsx";
export type { Reading } from "./reading.ts";
export { Sparkline } from "./Sparkline.tsx";
export { turnTables } from "./tables.ts";
export type { MonthWords } from "./MonthWords.tsx";
export { UsageAndGiving } from "./UsageAndGiving.tsx";
export type { UsageMonth } from "./usage-and-giving.ts";
