import { contributionNotes, contributions } from "@headwater/db/tables";
import { type Identifier, parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, sql } from "drizzle-orm";
import { requireOpen } from "../giving/periods.ts";
import { type Context, Refused } from "../operation/index.ts";
import { visibleContribution } from "./read.ts";
import { contributionRows } from "./row.ts";

/** Adds the row that takes another one back; answers its id. */
export async function writeReversal(
  context: Context,
  shownId: string,
  reason: string,
): Promise<Identifier<"ctr">> {
  const organizationId = context.organization.id;
  const shown = await visibleContribution(context, shownId);
  // Two people may take back the same row at once: the second waits here and then finds it taken back.
  await context.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${shown.id}, 1))`);
  const id = parseIdentifier("ctr", shown.id);
  const [row] =
    id === null
      ? []
      : await context.db
          .select()
          .from(contributions)
          .where(and(eq(contributions.organizationId, organizationId), eq(contributions.id, id)));
  if (!row || id === null)
    throw new Refused("not-found", `There is no contribution ${JSON.stringify(shownId)} here.`);
  if (row.personId !== context.actor.personId && !context.may("contribution.reverse-any"))
    throw new Refused(
      "not-allowed",
      "Only the person who gave the time, or the program office, may take the row back.",
    );
  if (row.reversesId !== null)
    throw new Refused("reverses-a-reversal", "This row takes another one back. Log the time again instead.");
  const before = await contributionRows(context, eq(contributions.reversesId, id), 1);
  if (before[0]) throw new Refused("already-reversed", `This row was already taken back by ${before[0].id}.`);
  await requireOpen(context, row.day, "id");
  const reversalId = context.newId("ctr");
  const { writtenAt: _, ...copied } = row;
  await context.db.insert(contributions).values({
    ...copied,
    id: reversalId,
    minutes: -row.minutes,
    valueMinor: row.valueMinor === null ? null : -row.valueMinor,
    reversesId: id,
  });
  await context.db
    .insert(contributionNotes)
    .values({ organizationId, contributionId: reversalId, reason: reason });
  return reversalId;
}
