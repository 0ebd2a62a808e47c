import { Why } from "@headwater/contract/ratios";
import { z } from "zod";

/** As the contract says it, with the project of each mass: shares of all projects cannot be computed again without it. */
export const WhyAnswer = Why.extend({
  rows: Why.shape.rows.extend({ masses: z.array(Why.shape.rows.shape.masses.element.extend({ project: z.string() })) }),
});
export type WhyAnswer = z.output<typeof WhyAnswer>;

export type WhyRows = WhyAnswer["rows"];
export type WhyUnknown = WhyAnswer["unknowns"][number];
export type WhyInput = WhyAnswer["inputs"][number];
