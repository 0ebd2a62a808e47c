import { people } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/** Names of those who acted, by what audit rows call them. Only for whoever may read people: the rows themselves hold ids. */
export async function actorNames(
  context: Context,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actors)].flatMap(
    (actor) => parseIdentifier("prs", actor.replace(/^person:/, "")) ?? [],
  );
  if (ids.length === 0 || !context.may("person.read")) return new Map();
  const rows = await context.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.organizationId, context.organization.id), inArray(people.id, ids)));
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[`person:${id}`, name]])));
}
