import { people } from "@headwater/db/tables";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { and, eq } from "drizzle-orm";
import { type Context, Refused } from "../operation/index.ts";

export function shownPerson(row: typeof people.$inferSelect) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roleFamily: row.roleFamily,
    region: row.region,
    erased: row.erasedAt !== null,
  };
}

/** The person of that id; refuses with `not-found`. */
export async function findPerson(context: Context, text: string): Promise<typeof people.$inferSelect> {
  const id = parseIdentifier("prs", text);
  const rows = id === null ? [] : await context.db.select().from(people).where(here(context, id));
  if (!rows[0]) throw new Refused("not-found", `There is no person ${JSON.stringify(text)} here.`);
  return rows[0];
}

/** As findPerson, for somebody about whom more can be said: an erased person stays erased. */
export async function findKnownPerson(context: Context, text: string): Promise<typeof people.$inferSelect> {
  const person = await findPerson(context, text);
  if (person.erasedAt !== null)
    throw new Refused(
      "conflict",
      "This person was erased; nothing can be added to them. Create a new person.",
    );
  return person;
}

function here(context: Context, id: Identifier<"prs">) {
  return and(eq(people.organizationId, context.organization.id), eq(people.id, id));
}
