import type { Transaction } from "@headwater/db";
import { organizations } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { parseCurrency } from "@headwater/domain/money";
import { may } from "@headwater/domain/organization";
import { todayIn } from "@headwater/domain/period";
import { eq } from "drizzle-orm";
import type { Actor, Circumstances, OrganizationFacts } from "./context.ts";
import type { OrganizationMemory } from "./memory.ts";
import { Refused } from "./refusal.ts";
import type { Runtime } from "./runtime.ts";

export function circumstancesOf(
  runtime: Runtime,
  actor: Actor,
  memory: OrganizationMemory,
  organization: OrganizationFacts,
): Circumstances {
  const now = runtime.clock();
  return {
    actor,
    organization,
    now,
    today: todayIn(organization.timeZone, now),
    may: (access) => may(actor.scopes, access),
    memory,
  };
}

export async function organizationFacts(db: Transaction, id: Identifier<"org">): Promise<OrganizationFacts> {
  const [row] = await db.select().from(organizations).where(eq(organizations.organizationId, id));
  if (!row) throw new Refused("not-found", "This organization does not exist here.");
  return {
    ...row,
    id,
    currency: currencyOf(row.currency),
    smallestGiftCurrency: currencyOf(row.smallestGiftCurrency),
  };
}

function currencyOf(code: string) {
  const currency = parseCurrency(code);
  // Only what parsed before was ever stored: anything else is a damaged database, not a user's mistake.
  if (currency === null) throw new Error(`the organization's currency ${code} is not one of ISO 4217`);
  return currency;
}
