import { bigint, boolean, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, organizationId, writtenAt } from "./columns.ts";

export const projects = pgTable(
  "projects",
  {
    organizationId: organizationId(),
    id: id("prj", "id").notNull(),
    /** `github.com/curl/curl`; a provisional project's slug is the versionless purl of its only package. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** Stands for one package until somebody or something says which project that belongs to. */
    provisional: boolean("provisional").notNull(),
    /** The company itself controls it: left out of usage and give-back alike. */
    controlled: boolean("controlled").notNull().default(false),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("projects_slug").on(table.organizationId, table.slug),
  ],
);

/** How a package came to its project: nobody yet · its files state it · a rule · a person. */
export type MappingBasis = "provisional" | "stated" | "rule" | "person";

export const packages = pgTable(
  "packages",
  {
    organizationId: organizationId(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** Versionless purl, canonical, as it was first seen; `unidentified:<name>` where a file names no purl. */
    purl: text("purl").notNull(),
    /** packageKey of the purl: equal for two spellings that their registry takes for one package. */
    key: text("key").notNull(),
    type: text("type").notNull(),
    name: text("name").notNull(),
    projectId: id("prj", "project_id").notNull(),
    basis: text("basis").$type<MappingBasis>().notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("packages_key").on(table.organizationId, table.key),
    index("packages_project").on(table.organizationId, table.projectId),
  ],
);

/** What files say about a package's repository, each with where it was read. */
export const packageEvidence = pgTable(
  "package_evidence",
  {
    organizationId: organizationId(),
    packageId: bigint("package_id", { mode: "number" }).notNull(),
    /** The project slug that the statement comes down to. */
    project: text("project").notNull(),
    /** As the file states it. */
    statement: text("statement").notNull(),
    /** Path of the file, or what the statement was read from. */
    source: text("source").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.packageId, table.project, table.source] })],
);

/** Packages that inventories show to be the company's own: the roots and workspace members of sources (docs/how/attribution.md). */
export const ownPackages = pgTable(
  "own_packages",
  {
    organizationId: organizationId(),
    /** packageKey, whether or not any inventory takes the package from a registry. */
    key: text("key").notNull(),
    sourceId: id("src", "source_id").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.key, table.sourceId] })],
);

/** Learned rules: `@babel/*` → github.com/babel/babel. Retired, never deleted. */
export const mappingRules = pgTable(
  "mapping_rules",
  {
    organizationId: organizationId(),
    id: id("rul", "id").notNull(),
    pattern: text("pattern").notNull(),
    projectId: id("prj", "project_id").notNull(),
    retiredAt: instant("retired_at"),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

/** A way to pay, with how we know of it. */
export const channels = pgTable(
  "channels",
  {
    organizationId: organizationId(),
    packageId: bigint("package_id", { mode: "number" }).notNull(),
    url: text("url").notNull(),
    platform: text("platform").notNull(),
    source: text("source").notNull(),
    seenAt: instant("seen_at").notNull(),
    writtenAt: writtenAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.packageId, table.url] })],
);
