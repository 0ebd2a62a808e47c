import { ListTeams, Teams } from "@headwater/contract/organization";
import { teams } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, asc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { keyedPage, textKey } from "../listing/by-key.ts";
import { type Context, reading } from "../operation/index.ts";

/** In the order of their slugs. */
export const listTeams = reading({
  name: "team.list",
  access: "team.read",
  input: ListTeams,
  output: Teams,
  run: (context, input) =>
    keyedPage(context, {
      input,
      table: teams,
      key: teams.slug,
      parseId: (text) => parseIdentifier("tea", text),
      parseKey: textKey,
      read: (condition, limit) => teamRows(context, condition, limit),
      keyOf: (team) => team.slug,
    }),
});

async function teamRows(context: Context, condition: SQL | undefined, limit: number) {
  const parents = alias(teams, "parents");
  return await context.db
    .select({ id: teams.id, slug: teams.slug, name: teams.name, parent: parents.slug })
    .from(teams)
    .leftJoin(parents, and(eq(parents.organizationId, teams.organizationId), eq(parents.id, teams.parentId)))
    .where(and(eq(teams.organizationId, context.organization.id), condition))
    .orderBy(asc(teams.slug))
    .limit(limit);
}
