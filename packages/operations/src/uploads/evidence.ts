import { identifierToUuid } from "@headwater/domain/identifier";
import type { Statements } from "@headwater/domain/mapping";
import { sql } from "drizzle-orm";
import type { Context, Runtime } from "../operation/index.ts";
import type { KnownPackage } from "./packages.ts";

/** A statement that nobody had read before. */
export interface NewStatement {
  readonly packageId: number;
  /** Slug. */
  readonly project: string;
}

/** Equal for equal statements, in whichever order they stand in the file. */
export function statementsDigest(
  runtime: Pick<Runtime, "sha256">,
  statements: ReadonlyMap<string, Statements>,
): string {
  const lines = [...statements].flatMap(([purl, { repositories, channels }]) =>
    repositories.length === 0 && channels.length === 0
      ? []
      : [JSON.stringify([purl, repositories, channels])],
  );
  return runtime.sha256(lines.sort().join("\n"));
}

/**
 * Keeps what files state, each with where it was read. What is known already is left alone: most uploads say nothing new.
 * Answers the statements about where packages come from that are new.
 */
export async function keepStatements(
  context: Context,
  byPurl: ReadonlyMap<string, KnownPackage>,
  statements: ReadonlyMap<string, Statements>,
): Promise<NewStatement[]> {
  const [, fresh] = await Promise.all([
    keepChannels(context, byPurl, statements),
    keepRepositories(context, byPurl, statements),
  ]);
  return fresh;
}

async function keepRepositories(
  context: Context,
  byPurl: ReadonlyMap<string, KnownPackage>,
  statements: ReadonlyMap<string, Statements>,
): Promise<NewStatement[]> {
  const organization = identifierToUuid(context.organization.id);
  const evidence = [...statements].flatMap(([purl, { repositories }]) =>
    repositories.map((row) => ({ packageId: byPurl.get(purl)?.id ?? 0, ...row })),
  );
  if (evidence.length === 0) return [];
  const written = await context.db.execute<{ package_id: string; project: string }>(sql`
      insert into package_evidence (organization_id, package_id, project, statement, source)
      select ${organization}::uuid, package_id, project, statement, source
      from unnest(
        ${sql.param(evidence.map((row) => row.packageId))}::bigint[],
        ${sql.param(evidence.map((row) => row.project))}::text[],
        ${sql.param(evidence.map((row) => row.statement))}::text[],
        ${sql.param(evidence.map((row) => row.source))}::text[]
      ) as said(package_id, project, statement, source)
      order by package_id, project, source
      on conflict do nothing
      returning package_id, project`);
  return written.rows.map((row) => ({ packageId: Number(row.package_id), project: row.project }));
}

async function keepChannels(
  context: Context,
  byPurl: ReadonlyMap<string, KnownPackage>,
  statements: ReadonlyMap<string, Statements>,
): Promise<void> {
  const organization = identifierToUuid(context.organization.id);
  const channels = [...statements].flatMap(([purl, known]) =>
    known.channels.map((row) => ({ packageId: byPurl.get(purl)?.id ?? 0, ...row })),
  );
  if (channels.length > 0)
    await context.db.execute(sql`
      insert into channels (organization_id, package_id, url, platform, source, seen_at)
      select distinct on (package_id, url) ${organization}::uuid, package_id, url, platform, source, ${context.now.toISOString()}::timestamptz
      from unnest(
        ${sql.param(channels.map((row) => row.packageId))}::bigint[],
        ${sql.param(channels.map((row) => row.url))}::text[],
        ${sql.param(channels.map((row) => row.platform))}::text[],
        ${sql.param(channels.map((row) => row.source))}::text[]
      ) as row(package_id, url, platform, source)
      order by package_id, url
      on conflict do nothing`);
}
