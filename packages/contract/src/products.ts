import { z } from "zod";
import { CalendarDay, Instant, LooseName, Page, pageOf, Slug, Text } from "./words.ts";

export const Tier = z
  .number()
  .int()
  .min(1)
  .max(4)
  .meta({ description: "1 most critical (8 points), 2 (4), 3 (2), 4 (1)." });

export const Source = z.object({
  id: z.string(),
  path: z.string(),
  trackedRef: z.string().nullable(),
  lastSeenAt: z.string(),
  stale: z.boolean(),
  retiredOn: z.string().nullable(),
});
export const Product = z.object({
  id: z.string(),
  uuid: z.string(),
  slug: z.string(),
  name: z.string(),
  tier: z.number().int(),
  weight: z.number().nullable(),
  team: z.string().nullable(),
  inUseSince: z.string().nullable(),
  retiredOn: z.string().nullable(),
  reviewed: z.boolean(),
  sources: z.array(Source),
});
export type Product = z.output<typeof Product>;

export const CreateProduct = z.object({
  slug: Slug,
  name: LooseName.optional(),
  tier: Tier.default(3),
  weight: z.number().positive().max(1_000_000).optional(),
  team: Slug.optional(),
  inUseSince: CalendarDay.optional(),
});
export type CreateProduct = z.output<typeof CreateProduct>;

export const ChangeProduct = z.object({
  slug: Slug,
  name: LooseName.optional(),
  tier: Tier.optional(),
  weight: z.number().positive().max(1_000_000).nullable().optional(),
  team: Slug.nullable().optional(),
  inUseSince: CalendarDay.nullable().optional(),
});
export type ChangeProduct = z.output<typeof ChangeProduct>;

/** From that day on the product, or one source of it, is no longer in use. */
export const RetireProduct = z.object({ slug: Slug, day: CalendarDay, source: Text(500).optional() });
export const ReadProduct = z.object({ slug: Slug });
export const ListProducts = z.object({ ...Page });
export const Products = pageOf(Product);

export const Problem = z.object({
  severity: z.enum(["info", "warning", "error"]),
  code: z.string(),
  message: z.string(),
  where: z.string().nullable(),
});
export const SnapshotResult = z.object({
  id: z.string(),
  format: z.string(),
  formatVersion: z.string(),
  components: z.number().int(),
  direct: z.number().int(),
  edges: z.number().int(),
  added: z.number().int(),
  removed: z.number().int(),
  updated: z.number().int(),
  inForce: z.boolean(),
  problems: z.array(Problem),
});
export const Upload = z.object({
  id: z.string(),
  status: z.enum(["queued", "processing", "done", "refused", "unchanged"]),
  statusUrl: z.string(),
  product: z.string(),
  productId: z.string(),
  source: z.string(),
  snapshot: SnapshotResult.nullable(),
  error: z.object({ code: z.string(), message: z.string(), where: z.string().nullable() }).nullable(),
});
export type Upload = z.output<typeof Upload>;

/** What is said of packages beside the file itself: read from node_modules, registry sources and the like by `scan` and `push`. */
export const PackageStatement = z.object({
  purl: z.string().max(2000),
  repository: z.string().max(2000).nullable().default(null),
  funding: z.array(z.string().max(2000)).max(20).default([]),
  source: z.string().max(500),
});
export type PackageStatement = z.output<typeof PackageStatement>;

/** The query of an upload; the file itself is the body. */
export const SubmitUpload = z.object({
  product: z.string().max(200).optional(),
  source: z.string().max(500).optional(),
  ref: z.string().max(300).optional(),
  label: z.string().max(200).optional(),
  takenAt: Instant.optional(),
  create: z.union([z.boolean(), z.stringbool()]).default(false),
  effective: z.boolean().default(true),
  fileName: z.string().max(500).optional(),
  format: z.string().max(40).optional(),
});
export type SubmitUpload = z.output<typeof SubmitUpload>;
export const ReadUpload = z.object({ id: z.string().max(60) });

export const ListSnapshotChanges = z.object({ slug: Slug, ...Page });
export const SnapshotChange = z.object({
  snapshot: z.string(),
  source: z.string(),
  takenAt: z.string(),
  label: z.string().nullable(),
  added: z.number().int(),
  removed: z.number().int(),
  updated: z.number().int(),
});
export const SnapshotChanges = pageOf(SnapshotChange);

/** Where something is used: a purl with or without version, or a name; `version` narrows by a range. */
export const FindComponents = z.object({ q: Text(1000), version: z.string().max(200).optional() });
export const ComponentUse = z.object({
  package: z.string(),
  version: z.string().nullable(),
  scope: z.string(),
  direct: z.boolean().nullable(),
  source: z.string(),
  since: z.string(),
  path: z
    .array(z.string())
    .meta({ description: "From the product to the component, each step needs the next." }),
});
export const FoundComponents = z.object({
  query: z.string(),
  affected: z.array(
    z.object({
      product: z.string(),
      name: z.string(),
      tier: z.number().int(),
      team: z.string().nullable(),
      uses: z.array(ComponentUse),
    }),
  ),
  notAffected: z.array(
    z.object({ product: z.string(), name: z.string(), lastSeenAt: z.string().nullable() }),
  ),
  unknown: z.array(z.object({ product: z.string(), name: z.string(), reason: z.string() })),
  truncated: z.boolean(),
});
