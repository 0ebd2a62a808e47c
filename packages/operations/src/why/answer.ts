import type { Why } from "@headwater/contract/ratios";

export type WhyRows = Why["rows"];
export type WhyUnknown = Why["unknowns"][number];
export type WhyInput = Why["inputs"][number];
