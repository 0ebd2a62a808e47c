import type { Database } from "@headwater/db";
import {
  contributions,
  donations,
  donationShares,
  headcounts,
  projects,
  targets,
} from "@headwater/db/tables";
import { parseIdentifier, type Identifier, type IdentifierPrefix } from "@headwater/domain/identifier";
import { and, eq, inArray } from "drizzle-orm";
import type { Why } from "@headwater/contract/ratios";

/** The rows that an answer names, read back by their ids and by nothing else. */
export type NamedFacts = Awaited<ReturnType<typeof namedFacts>>;

export async function namedFacts(database: Database, organizationId: Identifier<"org">, { rows }: Why) {
  return await database.transaction({ organizationId, readOnly: true }, async (db) => {
    const given = idsOf("don", rows.donations);
    return {
      contributions: await db
        .select()
        .from(contributions)
        .where(
          and(
            eq(contributions.organizationId, organizationId),
            inArray(contributions.id, idsOf("ctr", rows.contributions)),
          ),
        ),
      donations: await db
        .select()
        .from(donations)
        .where(and(eq(donations.organizationId, organizationId), inArray(donations.id, given))),
      shares: await db
        .select({
          donationId: donationShares.donationId,
          projectId: donationShares.projectId,
          valueMinor: donationShares.valueMinor,
        })
        .from(donationShares)
        .innerJoin(
          projects,
          and(
            eq(projects.organizationId, donationShares.organizationId),
            eq(projects.id, donationShares.projectId),
            eq(projects.controlled, false),
          ),
        )
        .where(
          and(eq(donationShares.organizationId, organizationId), inArray(donationShares.donationId, given)),
        ),
      targets: await db
        .select()
        .from(targets)
        .where(
          and(eq(targets.organizationId, organizationId), inArray(targets.id, idsOf("tgt", rows.targets))),
        ),
      headcounts: await db
        .select()
        .from(headcounts)
        .where(
          and(
            eq(headcounts.organizationId, organizationId),
            inArray(headcounts.id, idsOf("hdc", rows.headcounts)),
          ),
        ),
      masses: rows.masses,
      eras: rows.eras,
    };
  });
}

function idsOf<Prefix extends IdentifierPrefix>(
  prefix: Prefix,
  texts: readonly string[],
): Identifier<Prefix>[] {
  return texts.map((text) => {
    const id = parseIdentifier(prefix, text);
    if (id === null) throw new Error(`${text} is no ${prefix}`);
    return id;
  });
}
