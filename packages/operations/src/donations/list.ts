import { Donations, ListDonations } from "@headwater/contract/donations";
import { donations, donationShares } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, exists, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import { badField, type Context, reading } from "../operation/index.ts";
import { parseCursor, printCursor } from "../giving/paging.ts";
import { requireSpan } from "../giving/span.ts";
import { resolveProject } from "../projects/resolve.ts";
import { findTeam } from "../teams/team.ts";
import { donationRows } from "./row.ts";

/** Newest first. A team filter answers nothing: money is given by the company, not by a team. */
export const listDonations = reading({
  name: "donation.list",
  access: "donation.read",
  input: ListDonations,
  output: Donations,
  async run(context, input) {
    const cursor = parseCursor(input.cursor);
    const rows = await donationRows(
      context,
      and(await filters(context, input), pinned(cursor)),
      input.limit + 1,
    );
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    const first = items[0];
    if (rows.length <= input.limit || !last || !first) return { items, nextCursor: null };
    return { items, nextCursor: printCursor({ pin: cursor?.pin ?? first.id, after: last.id }) };
  },
});

async function filters(context: Context, input: ListDonations): Promise<SQL | undefined> {
  requireSpan(input);
  if (input.team !== undefined) await findTeam(context, input.team, "team");
  const project =
    input.project === undefined ? null : await resolveProject(context, input.project, "project");
  return and(
    input.from === undefined ? undefined : gte(donations.day, input.from),
    input.to === undefined ? undefined : lte(donations.day, input.to),
    input.basis === undefined ? undefined : eq(donations.basis, input.basis),
    input.kind === undefined ? undefined : eq(donations.kind, input.kind),
    input.team === undefined ? undefined : sql`false`,
    project === null ? undefined : exists(sharesTo(context, project.id)),
  );
}

function sharesTo(context: Context, projectId: (typeof donationShares.$inferSelect)["projectId"]) {
  return context.db
    .select({ one: sql`1` })
    .from(donationShares)
    .where(
      and(
        eq(donationShares.organizationId, context.organization.id),
        eq(donationShares.donationId, donations.id),
        eq(donationShares.projectId, projectId),
      ),
    );
}

function pinned(cursor: ReturnType<typeof parseCursor>): SQL | undefined {
  if (cursor === null) return undefined;
  const pin = parseIdentifier("don", cursor.pin);
  const after = parseIdentifier("don", cursor.after);
  if (pin === null || after === null)
    throw badField("cursor", "this is not a cursor that this list gave out; ask for the first page again");
  return and(lte(donations.id, pin), lt(donations.id, after));
}
