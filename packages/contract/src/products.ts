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
  /** Of the snapshot in force; null where none is. */
  inventory: z
    .object({
      format: z.string(),
      shape: z
        .string()
        .meta({ description: "graph, list, flat or modelled: how far who needs whom is known." }),
      components: z.number().int(),
      direct: z.number().int(),
      takenAt: z.string(),
      problems: z.number().int(),
    })
    .nullable(),
});
export const SnapshotChange = z.object({
  snapshot: z.string(),
  source: z.string(),
  takenAt: z.string(),
  label: z.string().nullable(),
  added: z.number().int(),
  removed: z.number().int(),
  updated: z.number().int(),
});
/** What a product stands on today. A component that two sources name counts in each. */
export const Standing = z.object({
  components: z.number().int(),
  direct: z.number().int(),
  projects: z.number().int(),
  usageWeight: z
    .number()
    .meta({ description: "Part of the points of all products in use today; 0 where it is not in use." }),
  lastSeenAt: z.string().nullable().meta({ description: "Of the source that was not seen for longest." }),
  stale: z.boolean(),
  lastChange: SnapshotChange.nullable(),
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
  standing: Standing,
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

export const ListUploads = z.object({ product: Slug.optional(), ...Page });
/** An upload among others: what came, and in short what became of it. */
export const UploadLine = z.object({
  ...Upload.pick({ id: true, status: true, product: true, source: true, error: true }).shape,
  fileName: z.string(),
  takenAt: z.string().meta({ description: "The moment whose state the file says, ISO 8601." }),
  snapshot: SnapshotResult.pick({
    components: true,
    added: true,
    removed: true,
    updated: true,
    inForce: true,
  })
    .extend({ problems: z.number().int() })
    .nullable(),
});
export type UploadLine = z.output<typeof UploadLine>;
export const Uploads = pageOf(UploadLine);

export const ListSnapshotChanges = z.object({ slug: Slug, ...Page });
export const SnapshotChanges = pageOf(SnapshotChange);

/** What one snapshot changed at its source, package by package. */
export const ReadSnapshotChange = z.object({
  slug: Slug,
  snapshot: z.string().max(60).meta({ description: "A snapshot, or `latest`.", example: "latest" }),
  ...Page,
});
export const PackageChange = z.object({
  change: z.enum(["added", "removed", "updated"]),
  package: z.string(),
  name: z.string(),
  ecosystem: z.string(),
  before: z
    .array(z.string())
    .meta({ description: "Versions in the snapshot before; empty where it came new." }),
  after: z.array(z.string()),
  scope: z.string(),
  direct: z.boolean().nullable(),
  project: z.string().nullable(),
  projectName: z.string().nullable(),
});
export type PackageChange = z.output<typeof PackageChange>;
export const SnapshotDifference = SnapshotChange.extend({
  previous: z
    .object({ snapshot: z.string(), takenAt: z.string() })
    .nullable()
    .meta({ description: "Null for the first snapshot of a source: everything in it is new." }),
  ...pageOf(PackageChange).shape,
});
export type SnapshotDifference = z.output<typeof SnapshotDifference>;

/** What is in a product now, each package version of each source on a row. */
export const ReadInventory = z.object({
  slug: Slug,
  q: z.string().max(200).optional(),
  scope: z.enum(["runtime", "dev", "optional", "build", "test"]).optional(),
  direct: z.enum(["direct", "indirect", "unknown"]).optional(),
  source: z.string().max(500).optional(),
  sort: z.enum(["usage", "name", "project", "since"]).default("usage"),
  ...Page,
});
export type ReadInventory = z.output<typeof ReadInventory>;
export const InventoryRow = z.object({
  package: z.string(),
  name: z.string(),
  ecosystem: z.string(),
  version: z.string().nullable(),
  scope: z.string(),
  direct: z.boolean().nullable(),
  source: z.string(),
  since: z.string(),
  project: z.string(),
  projectName: z.string(),
  provisional: z.boolean(),
  usageShare: z
    .number()
    .nullable()
    .meta({ description: "The project's part of what the product stands on; null before it is computed." }),
  path: z.array(z.string()).meta({
    description: "From the product to the component, each step needs the next; one step where it is direct.",
  }),
});
export type InventoryRow = z.output<typeof InventoryRow>;
const counted = z.object({ value: z.string(), rows: z.number().int() });
export const ProductInventory = z.object({
  ...pageOf(InventoryRow).shape,
  total: z.number().int(),
  all: z.number().int(),
  scopes: z.array(counted),
  directness: z.array(counted),
  sources: z.array(counted),
});
export type ProductInventory = z.output<typeof ProductInventory>;

/** The projects that a product stands on today, the heaviest first. */
export const ListProductProjects = z.object({ slug: Slug, ...Page });
export const ProductProject = z.object({
  project: z.string(),
  name: z.string(),
  usageShare: z.number(),
  runtime: z.boolean(),
  provisional: z.boolean(),
});
export const ProductProjects = z.object({
  ...pageOf(ProductProject).shape,
  total: z.number().int(),
  assumed: z.boolean().meta({ description: "Today's figures rest on a snapshot that is counted backwards." }),
});
export type ProductProjects = z.output<typeof ProductProjects>;

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
