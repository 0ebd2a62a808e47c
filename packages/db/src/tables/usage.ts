import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Problem, Refusal } from "@headwater/domain/usage";
import { sql } from "drizzle-orm";
import { bytes, day, id, instant, organizationId, writtenAt } from "./columns.ts";

export const products = pgTable(
  "products",
  {
    organizationId: organizationId(),
    id: id("prd", "id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** 1 to 4; points 8, 4, 2, 1. */
    tier: integer("tier").notNull(),
    /** Points of its own instead of the tier's. */
    weight: numeric("weight", { precision: 12, scale: 4 }),
    teamId: id("tea", "team_id"),
    inUseSince: day("in_use_since"),
    retiredOn: day("retired_on"),
    /** null: created by an upload, and nobody has looked at its tier yet. */
    reviewedAt: instant("reviewed_at"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("products_slug").on(table.organizationId, table.slug),
  ],
);

export const sources = pgTable(
  "sources",
  {
    organizationId: organizationId(),
    id: id("src", "id").notNull(),
    productId: id("prd", "product_id").notNull(),
    path: text("path").notNull(),
    /** Only snapshots of this ref come into force; null until a ref is first seen. */
    trackedRef: text("tracked_ref"),
    lastSeenAt: instant("last_seen_at").notNull(),
    retiredOn: day("retired_on"),
    /** SHA-256 of what the file read last states of its packages, hex: one that states the same has nothing to be kept. */
    statedDigest: text("stated_digest"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("sources_path").on(table.organizationId, table.productId, table.path),
  ],
);

/** The uploaded bytes, immutable, kept once however often they are sent. Compressed with zstandard. */
export const documents = pgTable(
  "documents",
  {
    organizationId: organizationId(),
    /** SHA-256 of the bytes as sent and of what was sent beside them, hex. */
    digest: text("digest").notNull(),
    byteLength: integer("byte_length").notNull(),
    content: bytes("content").notNull(),
    /** Files and evidence that lay beside it, as JSON. */
    beside: bytes("beside"),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.digest] })],
);

export const snapshots = pgTable(
  "snapshots",
  {
    organizationId: organizationId(),
    id: id("snp", "id").notNull(),
    sourceId: id("src", "source_id").notNull(),
    digest: text("digest").notNull(),
    format: text("format").notNull(),
    formatVersion: text("format_version").notNull(),
    shape: text("shape").notNull(),
    takenAt: instant("taken_at").notNull(),
    /** takenAt in the organization's time zone when it was received. */
    takenOn: day("taken_on").notNull(),
    ref: text("ref"),
    /** projectVersion of an SBOM upload; names the snapshot, never a source. */
    label: text("label"),
    /** false: another ref, or sent as not the latest; kept for comparison. */
    effective: boolean("effective").notNull(),
    components: integer("components").notNull(),
    direct: integer("direct").notNull(),
    edges: integer("edges").notNull(),
    added: integer("added").notNull(),
    removed: integer("removed").notNull(),
    updated: integer("updated").notNull(),
    problems: jsonb("problems").$type<readonly Problem[]>().notNull(),
    /** encodeSourceGraph of domain/usage, zstandard: flow is recomputed from it when a mapping changes. */
    graph: bytes("graph").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("snapshots_source").on(table.organizationId, table.sourceId, table.takenAt),
  ],
);

/** An upload and what became of it. */
export const uploads = pgTable(
  "uploads",
  {
    organizationId: organizationId(),
    id: id("upl", "id").notNull(),
    status: text("status").$type<"queued" | "processing" | "done" | "refused" | "unchanged">().notNull(),
    productId: id("prd", "product_id").notNull(),
    /** As it was when the file came: a refused file leaves no product behind that it would have made. */
    productSlug: text("product_slug"),
    sourcePath: text("source_path").notNull(),
    ref: text("ref"),
    label: text("label"),
    effective: boolean("effective").notNull(),
    takenAt: instant("taken_at").notNull(),
    fileName: text("file_name").notNull(),
    digest: text("digest").notNull(),
    snapshotId: id("snp", "snapshot_id"),
    refusal: jsonb("refusal").$type<Refusal>(),
    attempts: integer("attempts").notNull().default(0),
    finishedAt: instant("finished_at"),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("uploads_waiting")
      .on(table.organizationId)
      .where(sql`status in ('queued', 'processing')`),
  ],
);

/** A package version in force at a source from one instant to another, one row however many days that was. */
export const components = pgTable(
  "components",
  {
    organizationId: organizationId(),
    sourceId: id("src", "source_id").notNull(),
    packageId: bigint("package_id", { mode: "number" }).notNull(),
    /** Empty where the file states none. */
    version: text("version").notNull(),
    scope: text("scope").notNull(),
    direct: boolean("direct"),
    since: instant("since").notNull(),
    until: instant("until"),
  },
  (table) => [
    primaryKey({
      columns: [table.organizationId, table.sourceId, table.packageId, table.version, table.since],
    }),
    index("components_package").on(table.organizationId, table.packageId),
    index("components_in_force")
      .on(table.organizationId, table.sourceId)
      .where(sql`until is null`),
  ],
);

/** Stand for "since before anything that is asked" and "until further notice" in columns of days. */
export const OPEN_START_DAY = -2_147_483_648;
export const OPEN_END_DAY = 2_147_483_647;

/** What one product was on from a day to another (docs/how/attribution.md). Days are days since 1970-01-01, half-open. */
export const productEras = pgTable(
  "product_eras",
  {
    organizationId: organizationId(),
    productId: id("prd", "product_id").notNull(),
    startDay: integer("start_day").notNull(),
    endDay: integer("end_day").notNull(),
    /** Integers of 1e-15 of the product. kept + left over = 1e15. */
    kept: bigint("kept", { mode: "number" }).notNull(),
    leftOver: bigint("left_over", { mode: "number" }).notNull(),
    assumed: boolean("assumed").notNull(),
    shapes: text("shapes").array().notNull(),
    definitionVersion: text("definition_version").notNull(),
    /** SHA-256 of its kept masses, hex: an era that keeps the same lengthens the intervals of the one before. */
    massDigest: text("mass_digest"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.productId, table.startDay] })],
);

/** Kept mass of a project in a product, as intervals: a query of any period reads these and no graph. */
export const productMasses = pgTable(
  "product_masses",
  {
    organizationId: organizationId(),
    productId: id("prd", "product_id").notNull(),
    projectId: id("prj", "project_id").notNull(),
    startDay: integer("start_day").notNull(),
    endDay: integer("end_day").notNull(),
    mass: bigint("mass", { mode: "number" }).notNull(),
    runtime: boolean("runtime").notNull(),
    /** Purl types in which the product has the project, sorted; its mass splits over them in equal parts. */
    ecosystems: text("ecosystems").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.productId, table.projectId, table.startDay] }),
    index("product_masses_project").on(table.organizationId, table.projectId),
  ],
);
