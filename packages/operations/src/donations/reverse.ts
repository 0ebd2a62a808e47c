import { Donation, ReverseDonation } from "@headwater/contract/donations";
import { donationNotes, donations, donationShares } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, sql } from "drizzle-orm";
import { requireOpen } from "../giving/periods.ts";
import { Refused, writing } from "../operation/index.ts";
import { donationRows } from "./row.ts";

/** The row stays; one that takes back its amount and every part of it is added on the same day. */
export const reverseDonation = writing({
  name: "donation.reverse",
  access: "donation.record",
  input: ReverseDonation,
  output: Donation,
  async run(context, input) {
    const organizationId = context.organization.id;
    const id = parseIdentifier("don", input.id);
    if (id === null) throw new Refused("not-found", `There is no donation ${JSON.stringify(input.id)} here.`);
    await context.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 1))`);
    const [row] = await context.db
      .select()
      .from(donations)
      .where(and(eq(donations.organizationId, organizationId), eq(donations.id, id)));
    if (!row) throw new Refused("not-found", `There is no donation ${JSON.stringify(input.id)} here.`);
    if (row.reversesId !== null)
      throw new Refused(
        "reverses-a-reversal",
        "This row takes another one back. Record the donation again instead.",
      );
    const [before] = await donationRows(context, eq(donations.reversesId, id), 1);
    if (before) throw new Refused("already-reversed", `This row was already taken back by ${before.id}.`);
    await requireOpen(context, row.day, "id");
    const reversalId = context.newId("don");
    const { writtenAt: _, ...copied } = row;
    await context.db.insert(donations).values({
      ...copied,
      id: reversalId,
      amountMinor: -row.amountMinor,
      valueMinor: negated(row.valueMinor),
      reversesId: id,
    });
    const shares = await context.db
      .select()
      .from(donationShares)
      .where(and(eq(donationShares.organizationId, organizationId), eq(donationShares.donationId, id)));
    if (shares.length > 0)
      await context.db.insert(donationShares).values(
        shares.map((share) => ({
          ...share,
          donationId: reversalId,
          amountMinor: -share.amountMinor,
          valueMinor: negated(share.valueMinor),
        })),
      );
    const [note] = await context.db
      .select()
      .from(donationNotes)
      .where(and(eq(donationNotes.organizationId, organizationId), eq(donationNotes.donationId, id)));
    await context.db
      .insert(donationNotes)
      .values({ organizationId, donationId: reversalId, payee: note?.payee ?? null, reason: input.reason });
    const [reversal] = await donationRows(context, eq(donations.id, reversalId), 1);
    if (!reversal) throw new Error(`${reversalId} was written and cannot be read`);
    return reversal;
  },
  audit: (row) => ({
    entity: `donation:${row.reverses}`,
    detail: { reversal: row.id, amount: row.amount, currency: row.currency },
  }),
});

function negated(minor: bigint | null): bigint | null {
  return minor === null ? null : -minor;
}
