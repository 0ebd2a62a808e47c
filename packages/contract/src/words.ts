import { parseDay, type Day } from "@headwater/domain/period";
import { z } from "zod";

// The words that every input shares. Lengths are bounded here once, so that no field can carry a document.

export const CalendarDay = z
  .string()
  .max(10)
  .transform((text, context): Day => {
    const day = parseDay(text);
    if (day !== null) return day;
    context.addIssue({
      code: "custom",
      message: `${JSON.stringify(text)} is not a calendar day; write it as 2026-08-12`,
    });
    return z.NEVER;
  })
  .meta({ description: "A calendar day, YYYY-MM-DD.", example: "2026-08-12", format: "date" });

export const Text = (longest: number) => z.string().trim().min(1).max(longest);

export const Slug = z
  .string()
  .max(120)
  .regex(
    /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/,
    "use lower-case letters, digits, dots, dashes and underscores",
  )
  .meta({ description: "A short name for addresses.", example: "payments" });

/** A name that is turned into a slug where none is given: what a user or a build types. */
export const LooseName = Text(200);

/** Money: the amount as a decimal string, so that no number type can round it. */
export const Money = z.object({
  amount: z.string().max(40).meta({ example: "18095.24" }),
  currency: z.string().max(3).meta({ example: "USD" }),
});
export type Money = z.output<typeof Money>;

export const Instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((text) => new Date(text));

export const Period = z
  .string()
  .max(40)
  .default("ttm")
  .meta({ description: "ttm, 2026, 2026-Q3, 2026-07, fy2026 or 2026-03..2026-08", example: "ttm" });

export const Basis = z.enum(["logged", "imported", "estimated"]);

/** Slug (`github.com/curl/curl`), project id or purl. */
export const ProjectReference = Text(600).meta({
  description: "A slug (github.com/curl/curl), a project id or a purl.",
  example: "github.com/curl/curl",
});

export const Page = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(600).optional(),
};

/** A page of a list. The cursor pins the state, so that the pages agree with each other. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
