import { mappingRules } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import type { MappingRule } from "@headwater/domain/mapping";
import { type PackagePattern, parsePattern } from "@headwater/domain/package";
import { sql } from "drizzle-orm";
import { badField, type Context } from "../operation/index.ts";
import { ensureProjects, nameOfSlug } from "../uploads/packages.ts";
import type { ActiveRule } from "./decided-packages.ts";
import { confirmProjects, type TargetProject } from "./target-project.ts";

/** A rule as it is asked for, with the project that it means. */
export interface AskedRule extends MappingRule {
  readonly target: TargetProject;
}

/** The pattern of a field; refuses what is none. */
export function patternOf(text: string, field = "pattern"): PackagePattern {
  const pattern = parsePattern(text);
  if ("error" in pattern) throw badField(field, pattern.error.message);
  return pattern;
}

/** Of the rules in force those whose pattern one of the patterns says again. */
export function rulesReplaced(
  rules: readonly ActiveRule[],
  patterns: readonly PackagePattern[],
): readonly ActiveRule[] {
  const said = new Set(patterns.map(({ canonical }) => canonical));
  return rules.filter(({ pattern }) => {
    const parsed = parsePattern(pattern);
    return !("error" in parsed) && said.has(parsed.canonical);
  });
}

/** Writes rules with the projects that they need, and retires those whose place they take. Answers their ids, in order. */
export async function storeRules(
  context: Context,
  asked: readonly AskedRule[],
  replaced: readonly ActiveRule[],
): Promise<readonly Identifier<"rul">[]> {
  const organizationId = context.organization.id;
  const unknown = asked.filter(({ target }) => target.known === null).map(({ target }) => target.slug);
  const made = await ensureProjects(context, new Map(unknown.map((slug) => [slug, nameOfSlug(slug)])));
  await confirmProjects(
    context,
    asked.map(({ target }) => target.slug),
  );
  await retireRules(context, replaced);
  const rows = asked.map(({ pattern, target }) => {
    const projectId = target.known?.id ?? made.get(target.slug);
    if (projectId === undefined) throw new Error(`the project ${target.slug} was written and cannot be read`);
    return { organizationId, id: context.newId("rul"), pattern, projectId };
  });
  await context.db.insert(mappingRules).values(rows);
  return rows.map(({ id }) => id);
}

export async function retireRules(context: Context, rules: readonly ActiveRule[]): Promise<void> {
  if (rules.length === 0) return;
  await context.db.execute(sql`
    update mapping_rules set retired_at = ${context.now.toISOString()}::timestamptz
    where organization_id = ${identifierToUuid(context.organization.id)}::uuid
      and id = any(${sql.param(rules.map(({ id }) => identifierToUuid(id)))}::uuid[])`);
}
