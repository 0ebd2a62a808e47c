import { z } from "zod";

/** What there is to do, in the order in which it is offered. Each kind has one page on which it is mended. */
export const needKinds = [
  "first-file",
  "failed-uploads",
  "stale-sources",
  "missing-target",
  "rows-without-rate",
  "rows-without-exchange-rate",
  "open-proposals",
  "unresolved-packages",
  "unreviewed-products",
  "missing-headcount",
  "first-contribution",
  "unlinked-people",
  "bootstrap-key",
] as const;
export type NeedKind = (typeof needKinds)[number];

export const Need = z.object({
  kind: z.enum(needKinds),
  count: z
    .number()
    .int()
    .meta({ description: "How many things are concerned; 1 where there is only one such." }),
  day: z
    .string()
    .nullable()
    .meta({ description: "Since when, or of the oldest; null where no day matters." }),
  product: z
    .object({ slug: z.string(), name: z.string() })
    .nullable()
    .meta({ description: "The first product concerned." }),
  year: z.number().int().nullable().meta({ description: "The fiscal year without a target." }),
  usageShare: z.number().nullable().meta({ description: "Part of all usage that rests on it." }),
});
export type Need = z.output<typeof Need>;

export const ListNeeds = z.object({});
export const Needs = z.object({ items: z.array(Need) });
export type Needs = z.output<typeof Needs>;
