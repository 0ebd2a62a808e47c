import { Contribution, ReverseContribution } from "@headwater/contract/contributions";
import { contributionNotes, contributions } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, sql } from "drizzle-orm";
import { requireOpen } from "../giving/periods.ts";
import { Refused, writing } from "../operation/index.ts";
import { contributionRows } from "./row.ts";
import { visibleContribution } from "./read.ts";

/** The row stays; one that takes it back is added on the same day, with the value that the first one had. */
export const reverseContribution = writing({
  name: "contribution.reverse",
  access: "contribution.log",
  input: ReverseContribution,
  output: Contribution,
  async run(context, input) {
    const organizationId = context.organization.id;
    const shown = await visibleContribution(context, input.id);
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
      throw new Refused("not-found", `There is no contribution ${JSON.stringify(input.id)} here.`);
    if (row.personId !== context.actor.personId && !context.may("contribution.reverse-any"))
      throw new Refused(
        "not-allowed",
        "Only the person who gave the time, or the program office, may take the row back.",
      );
    if (row.reversesId !== null)
      throw new Refused(
        "reverses-a-reversal",
        "This row takes another one back. Log the time again instead.",
      );
    const before = await contributionRows(context, eq(contributions.reversesId, id), 1);
    if (before[0])
      throw new Refused("already-reversed", `This row was already taken back by ${before[0].id}.`);
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
      .values({ organizationId, contributionId: reversalId, reason: input.reason });
    const [reversal] = await contributionRows(context, eq(contributions.id, reversalId), 1);
    if (!reversal) throw new Error(`${reversalId} was written and cannot be read`);
    return reversal;
  },
  audit: (row) => ({
    entity: `contribution:${row.reverses}`,
    detail: { reversal: row.id, minutes: row.minutes },
  }),
});
