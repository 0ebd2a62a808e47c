import { Donation, RecordDonation } from "@headwater/contract/donations";
import { donationNotes, donations, donationShares } from "@headwater/db/tables";
import { pledgeEligible, splitDonation } from "@headwater/domain/donation";
import { parseAmount, parseCurrency } from "@headwater/domain/money";
import { addDays } from "@headwater/domain/period";
import { eq } from "drizzle-orm";
import { requireOpen } from "../giving/periods.ts";
import { valueOfAmount } from "../giving/value.ts";
import { badField, type Context, writing } from "../operation/index.ts";
import { resolveProject } from "../projects/resolve.ts";
import { donationRows } from "./row.ts";

export const recordDonation = writing({
  name: "donation.record",
  access: "donation.record",
  input: RecordDonation,
  output: Donation,
  async run(context, input) {
    const paid = amountPaid(input);
    if (input.day > addDays(context.today, 1))
      throw badField("day", `${input.day} is in the future; a donation is recorded when it is paid`);
    await requireOpen(context, input.day, "day");
    const shares = await sharesOf(context, input);
    const valuation = await valueOfAmount(context, paid.amountMinor, paid.currency, input.day);
    const id = context.newId("don");
    const organizationId = context.organization.id;
    await context.db.insert(donations).values({
      organizationId,
      id,
      day: input.day,
      kind: input.kind,
      basis: input.basis,
      amountMinor: paid.amountMinor,
      currency: paid.currency,
      valueMinor: valuation.valueMinor,
      valueUnknown: valuation.valueUnknown,
      valueCurrency: context.organization.currency,
      exchangeRateId: valuation.exchangeRateId,
      attribution: input.tail ? "tail" : input.pooled ? "pooled" : "projects",
      pledgeEligible: isEligible(input),
    });
    if (shares.length > 0)
      await context.db.insert(donationShares).values(
        splitShares(shares, paid.amountMinor, valuation.valueMinor).map((share) => ({
          organizationId,
          donationId: id,
          ...share,
        })),
      );
    await context.db.insert(donationNotes).values({
      organizationId,
      donationId: id,
      payee: input.payee,
      channel: input.channel ?? null,
      reference: input.reference ?? null,
      pledge: input.pledge ?? null,
    });
    const [row] = await donationRows(context, eq(donations.id, id), 1);
    if (!row) throw new Error(`${id} was written and cannot be read`);
    return row;
  },
  audit: (row) => ({
    entity: `donation:${row.id}`,
    detail: {
      day: row.day,
      kind: row.kind,
      amount: row.amount,
      currency: row.currency,
      attribution: row.attribution,
    },
  }),
});

function amountPaid(input: RecordDonation) {
  const currency = parseCurrency(input.currency);
  if (currency === null)
    throw badField(
      "currency",
      `${JSON.stringify(input.currency)} is not a currency of ISO 4217; write three capitals such as USD`,
      "unknown-currency",
    );
  const amountMinor = parseAmount(input.amount, currency);
  if (typeof amountMinor !== "bigint") throw badField("amount", amountMinor.error.message);
  if (amountMinor <= 0n)
    throw badField(
      "amount",
      "an amount above 0 is needed; money that came back is a reversal of the donation",
    );
  return { amountMinor, currency };
}

/** Only what is known to be eligible counts: an unanswered question is no yes. */
function isEligible(input: RecordDonation): boolean {
  const { pledge } = input;
  return (
    pledgeEligible({
      kind: input.kind,
      trademarkOwned: pledge?.trademarkOwned ?? null,
      benefitsOnlyOwnEcosystem: pledge?.benefitsOnlyOwnEcosystem ?? null,
      payeeEmployed: pledge?.payeeEmployed ?? null,
      beyondIncidentalBenefit: pledge?.beyondIncidentalBenefit ?? null,
      openSourceOrFoundation: pledge?.openSourceOrFoundation ?? null,
    }).kind === "eligible"
  );
}

interface Share {
  readonly projectId: Awaited<ReturnType<typeof resolveProject>>["id"];
  readonly weight: bigint;
}

async function sharesOf(context: Context, input: RecordDonation): Promise<Share[]> {
  const asked =
    input.projects ?? (input.project === undefined ? [] : [{ project: input.project, weight: 1 }]);
  const shares: Share[] = [];
  const seen = new Set<string>();
  for (const [index, share] of asked.entries()) {
    const field = input.projects ? `projects.${index}.project` : "project";
    const project = await resolveProject(context, share.project, field);
    if (seen.has(project.id))
      throw badField(field, `${project.slug} stands here twice; give each project once`);
    seen.add(project.id);
    shares.push({ projectId: project.id, weight: BigInt(share.weight) });
  }
  return shares;
}

/** Amount and value are split each on its own, so that both sum to their whole. */
function splitShares(shares: readonly Share[], amountMinor: bigint, valueMinor: bigint | null) {
  const weights = shares.map((share) => share.weight);
  const parts = (whole: bigint) =>
    splitDonation(whole, weights) ?? failed("the weights of a donation cannot split it");
  const amounts = parts(amountMinor);
  const values = valueMinor === null ? null : parts(valueMinor);
  return shares.map((share, position) => ({
    ...share,
    position,
    amountMinor: amounts[position] ?? 0n,
    valueMinor: values === null ? null : (values[position] ?? 0n),
  }));
}

/** Weights were checked when the input was admitted. */
function failed(message: string): never {
  throw new Error(message);
}
