import type { Donation } from "@headwater/contract/donations";
import { donationNotes, donations, donationShares, projects } from "@headwater/db/tables";
import { printAmount } from "@headwater/domain/money";
import { and, asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import { basisOf } from "../contributions/row.ts";
import { storedCurrency } from "../giving/value.ts";
import type { Context } from "../operation/index.ts";

type DonationId = (typeof donations.$inferSelect)["id"];

/** Rows of the money ledger as they are shown, newest first, each with its parts. */
export async function donationRows(
  context: Context,
  condition: SQL | undefined,
  limit: number,
): Promise<Donation[]> {
  const rows = await context.db
    .select({ row: donations, note: donationNotes })
    .from(donations)
    .leftJoin(
      donationNotes,
      and(
        eq(donationNotes.organizationId, donations.organizationId),
        eq(donationNotes.donationId, donations.id),
      ),
    )
    .where(and(eq(donations.organizationId, context.organization.id), condition))
    .orderBy(desc(donations.id))
    .limit(limit);
  const ids = rows.map(({ row }) => row.id);
  const [shares, reversals] = [await sharesOf(context, ids), await reversalsOf(context, ids)];
  return rows.map(({ row, note }) => {
    const currency = storedCurrency(row.currency);
    const valueCurrency = storedCurrency(row.valueCurrency);
    return {
      id: row.id,
      payee: note?.payee ?? null,
      amount: printAmount(row.amountMinor, currency),
      currency,
      day: row.day,
      kind: row.kind,
      basis: basisOf(row.basis),
      value:
        row.valueMinor === null
          ? null
          : { amount: printAmount(row.valueMinor, valueCurrency), currency: valueCurrency },
      ...(row.valueUnknown === null ? {} : { valueUnknown: row.valueUnknown }),
      attribution: row.attribution,
      shares: (shares.get(row.id) ?? []).map((share) => ({
        project: share.slug,
        projectName: share.name,
        weight: share.weight.toString(),
        amount: printAmount(share.amountMinor, currency),
        value: share.valueMinor === null ? null : printAmount(share.valueMinor, valueCurrency),
      })),
      channel: note?.channel ?? null,
      reference: note?.reference ?? null,
      pledgeEligible: row.pledgeEligible,
      reverses: row.reversesId,
      reversedBy: reversals.get(row.id) ?? null,
    };
  });
}

async function sharesOf(context: Context, ids: readonly DonationId[]) {
  const rows =
    ids.length === 0
      ? []
      : await context.db
          .select({
            donationId: donationShares.donationId,
            slug: projects.slug,
            name: projects.name,
            weight: donationShares.weight,
            amountMinor: donationShares.amountMinor,
            valueMinor: donationShares.valueMinor,
          })
          .from(donationShares)
          .innerJoin(
            projects,
            and(
              eq(projects.organizationId, donationShares.organizationId),
              eq(projects.id, donationShares.projectId),
            ),
          )
          .where(
            and(
              eq(donationShares.organizationId, context.organization.id),
              inArray(donationShares.donationId, [...ids]),
            ),
          )
          .orderBy(asc(donationShares.position));
  return Map.groupBy(rows, (row) => row.donationId);
}

async function reversalsOf(context: Context, ids: readonly DonationId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .select({ id: donations.id, reversesId: donations.reversesId })
    .from(donations)
    .where(
      and(eq(donations.organizationId, context.organization.id), inArray(donations.reversesId, [...ids])),
    );
  return new Map(rows.flatMap((row) => (row.reversesId === null ? [] : [[row.reversesId, row.id] as const])));
}
