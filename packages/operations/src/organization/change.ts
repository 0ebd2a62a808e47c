import { ChangedOrganization, ChangeOrganization } from "@headwater/contract/organization";
import { contributions, donations, organizations, rounds, targets } from "@headwater/db/tables";
import type { Currency } from "@headwater/domain/money";
import { parsePattern } from "@headwater/domain/package";
import { isTimeZone } from "@headwater/domain/period";
import { eq } from "drizzle-orm";
import { askedAmount, askedCurrency } from "../giving/asked.ts";
import { canonicalJson } from "../operation/canonical.ts";
import { badField, type Context, type OrganizationFacts, Refused, writing } from "../operation/index.ts";
import { recomputeAllProducts } from "../usage/recompute.ts";
import { organizationTag, shownOrganization } from "./shown.ts";

/** With `ifMatch`, only where nobody changed the settings in between. */
export const changeOrganization = writing({
  name: "organization.change",
  access: "organization.change",
  input: ChangeOrganization,
  output: ChangedOrganization,
  async run(context, input, runtime) {
    const revision = await lockedRevision(context);
    if (!matches(input.ifMatch, revision))
      throw new Refused(
        "changed-meanwhile",
        `The settings were changed meanwhile; they are at ${organizationTag(revision)} now. Read them again and repeat the change.`,
      );
    const before = context.organization;
    const after = { ...before, ...(await changedFacts(context, input)), revision: revision + 1 };
    await store(context, after);
    // What a product stands on rests on these two; all other settings are read when a question is asked.
    const usageMoves =
      after.smallProductFloor !== before.smallProductFloor ||
      canonicalJson(after.firstPartyPatterns) !== canonicalJson(before.firstPartyPatterns);
    const recomputing = usageMoves
      ? await recomputeAllProducts({ ...context, organization: after }, runtime)
      : 0;
    return { ...shownOrganization(after), recomputing };
  },
  audit: (organization, input) => ({
    entity: null,
    detail: {
      revision: organization.revision,
      changed: Object.keys(input).filter((field) => field !== "ifMatch"),
      currency: organization.currency,
      timeZone: organization.timeZone,
      weekStart: organization.weekStart,
      fiscalYearStart: organization.fiscalYearStart,
      smallProductFloor: organization.smallProductFloor,
      smallestGift: organization.smallestGift,
      firstPartyPatterns: organization.firstPartyPatterns,
      recomputing: organization.recomputing,
    },
  }),
});

async function lockedRevision(context: Context): Promise<number> {
  const [row] = await context.db
    .select({ revision: organizations.revision })
    .from(organizations)
    .where(eq(organizations.organizationId, context.organization.id))
    .for("update");
  if (!row) throw new Error("the organization that the request acts for cannot be read");
  // The context was read before the lock: another change may have slipped in between, and must not be undone unseen.
  if (row.revision !== context.organization.revision)
    throw new Refused(
      "changed-meanwhile",
      "The settings were changed at the same moment. Read them again and repeat the change.",
    );
  return row.revision;
}

/** If-Match as HTTP writes it: a list of tags, or `*`; weak tags count too, since the settings have one representation. */
function matches(ifMatch: string | undefined, revision: number): boolean {
  if (ifMatch === undefined || ifMatch.trim() === "*") return true;
  return ifMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === organizationTag(revision));
}

async function changedFacts(
  context: Context,
  input: ChangeOrganization,
): Promise<Partial<OrganizationFacts>> {
  const gift = input.smallestGift;
  const giftCurrency = gift === undefined ? null : askedCurrency("smallestGift.currency", gift.currency);
  return {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.currency === undefined ? {} : { currency: await newCurrency(context, input.currency) }),
    ...(input.timeZone === undefined ? {} : { timeZone: timeZoneOf(input.timeZone) }),
    ...(input.weekStart === undefined ? {} : { weekStart: input.weekStart }),
    ...(input.fiscalYearStart === undefined ? {} : { fiscalYearStart: input.fiscalYearStart }),
    ...(input.smallProductFloor === undefined ? {} : { smallProductFloor: input.smallProductFloor }),
    ...(gift === undefined || giftCurrency === null
      ? {}
      : {
          smallestGiftMinor: askedAmount("smallestGift.amount", gift.amount, giftCurrency),
          smallestGiftCurrency: giftCurrency,
        }),
    ...(input.firstPartyPatterns === undefined
      ? {}
      : { firstPartyPatterns: patternsOf(input.firstPartyPatterns) }),
  };
}

/** Values in the ledgers are in the currency of their day of writing; another currency would make sums of two kinds. */
async function newCurrency(context: Context, text: string): Promise<Currency> {
  const currency = askedCurrency("currency", text);
  if (currency === context.organization.currency) return currency;
  const own = context.organization.id;
  const valued = await Promise.all([
    context.db
      .select({ id: contributions.id })
      .from(contributions)
      .where(eq(contributions.organizationId, own))
      .limit(1),
    context.db.select({ id: donations.id }).from(donations).where(eq(donations.organizationId, own)).limit(1),
    context.db.select({ id: targets.id }).from(targets).where(eq(targets.organizationId, own)).limit(1),
    context.db.select({ id: rounds.id }).from(rounds).where(eq(rounds.organizationId, own)).limit(1),
  ]);
  if (valued.every((rows) => rows.length === 0)) return currency;
  const sentence = `contributions, donations, targets or rounds are in ${context.organization.currency} already, and a booked value never moves; the currency can be changed only before the first of them`;
  throw badField("currency", sentence, "conflict");
}

function timeZoneOf(text: string): string {
  if (!isTimeZone(text))
    throw badField(
      "timeZone",
      `${JSON.stringify(text)} is no time zone; write an IANA name such as Europe/Berlin`,
    );
  return text;
}

function patternsOf(patterns: readonly string[]): readonly string[] {
  for (const [index, text] of patterns.entries()) {
    const pattern = parsePattern(text);
    if ("error" in pattern) throw badField(`firstPartyPatterns.${index}`, pattern.error.message);
  }
  return [...new Set(patterns)];
}

async function store(context: Context, facts: OrganizationFacts): Promise<void> {
  await context.db
    .update(organizations)
    .set({
      name: facts.name,
      currency: facts.currency,
      timeZone: facts.timeZone,
      weekStart: facts.weekStart,
      fiscalYearStart: facts.fiscalYearStart,
      smallProductFloor: facts.smallProductFloor,
      smallestGiftMinor: facts.smallestGiftMinor,
      smallestGiftCurrency: facts.smallestGiftCurrency,
      firstPartyPatterns: [...facts.firstPartyPatterns],
      revision: facts.revision,
    })
    .where(eq(organizations.organizationId, facts.id));
}
