import type { Contribution } from "@headwater/contract/contributions";
import { contributionNotes, contributions, projects } from "@headwater/db/tables";
import { printAmount } from "@headwater/domain/money";
import { and, desc, eq, inArray, type SQL } from "drizzle-orm";
import { storedCurrency } from "../giving/value.ts";
import type { Context } from "../operation/index.ts";

/** Rows of the time ledger as they are shown, newest first; who did it and their words only to those who may see them. */
export async function contributionRows(
  context: Context,
  condition: SQL | undefined,
  limit: number,
): Promise<Contribution[]> {
  const rows = await context.db
    .select({ row: contributions, note: contributionNotes, slug: projects.slug, name: projects.name })
    .from(contributions)
    .innerJoin(
      projects,
      and(
        eq(projects.organizationId, contributions.organizationId),
        eq(projects.id, contributions.projectId),
      ),
    )
    .leftJoin(
      contributionNotes,
      and(
        eq(contributionNotes.organizationId, contributions.organizationId),
        eq(contributionNotes.contributionId, contributions.id),
      ),
    )
    .where(and(eq(contributions.organizationId, context.organization.id), condition))
    .orderBy(desc(contributions.id))
    .limit(limit);
  const reversals = await reversalsOf(
    context,
    rows.map(({ row }) => row.id),
  );
  return rows.map(({ row, note, slug, name }) => {
    const personal = row.personId === context.actor.personId || context.may("contribution.read-people");
    return {
      id: row.id,
      project: slug,
      projectId: row.projectId,
      projectName: name,
      person: personal ? row.personId : null,
      day: row.day,
      minutes: row.minutes,
      kind: row.kind,
      basis: basisOf(row.basis),
      value:
        row.valueMinor === null
          ? null
          : { amount: printAmount(row.valueMinor, storedCurrency(row.currency)), currency: row.currency },
      ...(row.valueUnknown === null ? {} : { valueUnknown: row.valueUnknown }),
      link: personal ? (note?.link ?? null) : null,
      note: personal ? (note?.note ?? null) : null,
      reverses: row.reversesId,
      reversedBy: reversals.get(row.id) ?? null,
    };
  });
}

async function reversalsOf(
  context: Context,
  ids: readonly (typeof contributions.$inferSelect)["id"][],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .select({ id: contributions.id, reversesId: contributions.reversesId })
    .from(contributions)
    .where(
      and(
        eq(contributions.organizationId, context.organization.id),
        inArray(contributions.reversesId, [...ids]),
      ),
    );
  return new Map(rows.flatMap((row) => (row.reversesId === null ? [] : [[row.reversesId, row.id] as const])));
}

export function basisOf(text: string): "logged" | "imported" | "estimated" {
  if (text === "logged" || text === "imported" || text === "estimated") return text;
  throw new Error(`stored basis ${text} is none of logged, imported, estimated`);
}
