import { donations, donationShares } from "@headwater/db/tables";
import type { PlannedGift } from "@headwater/domain/allocation";
import type { Day, Period } from "@headwater/domain/period";
import { and, eq, gte, isNotNull, ne } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import type { ProjectId } from "../ratios/compute.ts";
import { successors } from "../ratios/successors.ts";

/** Minor units of the organization's currency; negative where a row was taken back. */
interface Cash {
  readonly day: Day;
  readonly valueMinor: bigint;
}

/** What each project was given in cash since a day, by the project that it counts for now. */
export type CashSince = ReadonlyMap<ProjectId, readonly Cash[]>;

export const noCash: CashSince = new Map();

/** Money with a value in the organization's currency, without what was given in kind. */
export async function cashSince(context: Context, begun: Day): Promise<CashSince> {
  const { id, currency } = context.organization;
  const rows = await context.db
    .select({
      projectId: donationShares.projectId,
      day: donations.day,
      valueMinor: donationShares.valueMinor,
    })
    .from(donations)
    .innerJoin(
      donationShares,
      and(
        eq(donationShares.organizationId, donations.organizationId),
        eq(donationShares.donationId, donations.id),
      ),
    )
    .where(
      and(
        eq(donations.organizationId, id),
        gte(donations.day, begun),
        ne(donations.kind, "in-kind"),
        eq(donations.valueCurrency, currency),
        isNotNull(donationShares.valueMinor),
      ),
    );
  if (rows.length === 0) return noCash;
  const followed = await successors(context);
  return Map.groupBy(
    rows.map((row) => ({ ...row, valueMinor: row.valueMinor ?? 0n })),
    ({ projectId }) => followed.get(projectId) ?? projectId,
  );
}

/** Of a locked gift, what was paid of it. Gifts that nobody locked follow the gap, which what was paid has lowered already. */
export function paidOf({ gift, reason }: PlannedGift, cash: readonly Cash[]): bigint {
  if (reason !== "locked") return 0n;
  const sum = cash.reduce((total, { valueMinor }) => total + valueMinor, 0n);
  return sum < 0n ? 0n : sum < gift ? sum : gift;
}

/** What was given on days of a period. */
export function within(period: Period, cash: readonly Cash[]): readonly Cash[] {
  return cash.filter(({ day }) => day >= period.start && day < period.end);
}
