import { z } from "zod";
import { RatioRow } from "./ratios.ts";
import { Period, Text } from "./words.ts";

/** `q` is a part of a name: of a project or of one of its packages, of a product, of a person. */
export const FindAnything = z.object({ q: Text(200), period: Period });
export type FindAnything = z.output<typeof FindAnything>;

const figures = RatioRow.pick({
  reach: true,
  reachUnknown: true,
  giveBack: true,
  giveBackUnknown: true,
  gap: true,
  gapUnknown: true,
});

export const Found = z.object({
  projects: z.array(
    z.object({
      project: z.string(),
      name: z.string(),
      provisional: z.boolean(),
      /** The package by whose name it was found, where its own does not have it. */
      package: z.string().nullable(),
      /** Null where it is neither used nor given to in the period. */
      figures: figures.nullable(),
    }),
  ),
  products: z.array(z.object({ slug: z.string(), name: z.string(), tier: z.number().int() })),
  /** Empty for those who may not see people. */
  people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string().nullable() })),
  currency: z.string(),
});
export type Found = z.output<typeof Found>;
