import { idempotencyKeys } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { isTimeZone } from "@headwater/domain/period";
import { sql } from "drizzle-orm";
import { askedCurrency } from "../giving/asked.ts";
import type { IdempotentRequest } from "../operation/idempotency.ts";
import { badField, Refused, type Runtime } from "../operation/index.ts";
import { auditFirstStart, freshId } from "./first-start.ts";
import { existsAnyOrganization } from "./state.ts";
import { type NewOwner, writeOrganization } from "./write-organization.ts";

export interface FirstOrganization {
  readonly organization: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name, such as Europe/Berlin. */
  readonly timeZone: string;
  readonly owner: NewOwner;
}

/** The request that began it, so that the same one sent again is answered and not refused. */
export interface FirstRequest {
  readonly request: IdempotentRequest;
  readonly status: number;
}

export interface Provisioned {
  readonly organizationId: Identifier<"org">;
  readonly personId: Identifier<"prs">;
}

/**
 * The organization of the first start, its owner as a person and as a member, in one transaction.
 * Two first starts at once make one organization: the second is refused with `already-exists`.
 */
export async function provisionOrganization(
  runtime: Runtime,
  given: FirstOrganization,
  first: FirstRequest | null = null,
): Promise<Provisioned> {
  const currency = askedCurrency("currency", given.currency);
  if (!isTimeZone(given.timeZone))
    throw badField(
      "timeZone",
      `${JSON.stringify(given.timeZone)} is no time zone; write an IANA name such as Europe/Berlin`,
    );
  const organizationId = freshId(runtime, "org");
  const personId = freshId(runtime, "prs");
  const salt = Buffer.from(runtime.randomBytes(32)).toString("hex");
  await runtime.database.transaction({ organizationId }, async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('headwater first start', 0))`);
    if (await existsAnyOrganization(db))
      throw new Refused(
        "already-exists",
        "This installation has an organization already. Sign in, or ask its owner for an account.",
      );
    await writeOrganization(db, {
      organizationId,
      personId,
      salt,
      name: given.organization,
      currency,
      timeZone: given.timeZone,
      owner: given.owner,
    });
    if (first !== null)
      await db.insert(idempotencyKeys).values({
        organizationId,
        ...first.request,
        status: first.status,
        body: JSON.stringify({ organizationId, personId }),
      });
    await auditFirstStart(db, runtime, {
      organizationId,
      salt,
      operation: "installation.create",
      entity: null,
      detail: { owner: personId, currency, timeZone: given.timeZone },
      input: { ...given, owner: { ...given.owner, account: undefined } },
    });
  });
  runtime.changed(organizationId);
  return { organizationId, personId };
}
