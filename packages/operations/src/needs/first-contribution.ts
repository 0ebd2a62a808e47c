import { contributions, donations } from "@headwater/db/tables";
import { eq } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import type { Found } from "./list.ts";

/** Nothing was ever given, or nothing of it was ever said. */
export async function firstContribution(context: Context): Promise<Found | null> {
  const own = context.organization.id;
  const time = await context.db
    .select({ id: contributions.id })
    .from(contributions)
    .where(eq(contributions.organizationId, own))
    .limit(1);
  if (time.length > 0) return null;
  const money = await context.db
    .select({ id: donations.id })
    .from(donations)
    .where(eq(donations.organizationId, own))
    .limit(1);
  return money.length > 0 ? null : { count: 1 };
}
