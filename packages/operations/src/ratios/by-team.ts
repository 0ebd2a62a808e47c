import type { RatioRow as ShownRow } from "@headwater/contract/ratios";
import { teams } from "@headwater/db/tables";
import { identifierFromUuid, identifierToUuid } from "@headwater/domain/identifier";
import { known, unknown, type Known } from "@headwater/domain/known";
import { fairShares } from "@headwater/domain/ratio";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { byGap, groupRow } from "./by-ecosystem.ts";
import type { ComputedRatios } from "./compute.ts";
import { mergeSmallCells, type TeamCell } from "./small-cells.ts";

/** Teams with what their products stand on and the time that their people gave. Money is the company's, no team's. */
export async function teamRows(
  context: Context,
  computed: ComputedRatios,
  basis: string | undefined,
): Promise<ShownRow[]> {
  const named = await context.db
    .select({ id: teams.id, slug: teams.slug, name: teams.name })
    .from(teams)
    .where(eq(teams.organizationId, context.organization.id));
  const usageOf = usageByTeam(computed);
  const givenOf = await givingByTeam(context, computed, basis);
  const cells = named.map(({ id, slug, name }): TeamCell => ({
    id,
    slug,
    name,
    usageShare: usageOf.get(id) ?? 0,
    ...(givenOf.get(id) ?? nothing),
  }));
  const shown = context.may("contribution.read-people") ? cells : mergeSmallCells(cells);
  const { target } = computed.target;
  const { currency } = context.organization;
  const shares = target.known
    ? fairShares(target.value, [...shown.map((cell) => cell.usageShare), Math.max(0, 1 - sumOf(shown))])
    : null;
  const rows = shown.map((cell, place) => {
    const fairShareMinor: Known<bigint> = target.known
      ? shares === null
        ? unknown("no-usage")
        : known(shares[place] ?? 0n)
      : target;
    return groupRow({
      ...cell,
      name: cell.slug,
      kind: "team",
      reach: null,
      currency,
      fairShareMinor,
      cashMinor: 0n,
      inKindMinor: 0n,
      companyGiveBackMinor: computed.ratios.summary.giveBackMinor,
    });
  });
  return rows.sort(byGap);
}

const nothing = { minutes: 0, timeMinor: 0n, unknownRows: 0, people: 0 };

function sumOf(cells: readonly TeamCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.usageShare, 0);
}

function usageByTeam(computed: ComputedRatios): Map<string, number> {
  const usage = new Map<string, number>();
  for (const product of computed.usage.products) {
    if (product.teamId === null) continue;
    usage.set(
      product.teamId,
      (usage.get(product.teamId) ?? 0) + (computed.over.productWeights.get(product.id) ?? 0),
    );
  }
  return usage;
}

async function givingByTeam(context: Context, computed: ComputedRatios, basis: string | undefined) {
  const { period } = computed;
  const rows = await context.db.execute<{
    team_id: string;
    minutes: string;
    value: string;
    unvalued: string;
    people: string;
  }>(sql`
    select m.team_id, sum(c.minutes) as minutes, coalesce(sum(c.value_minor), 0) as value, count(distinct c.person_id) as people,
      sum(case when c.value_minor is null then case when c.reverses_id is null then 1 else -1 end else 0 end) as unvalued
    from contributions c join memberships m on m.organization_id = c.organization_id and m.person_id = c.person_id
      and (m.from_day is null or m.from_day <= c.day) and (m.to_day is null or m.to_day > c.day)
    where c.organization_id = ${identifierToUuid(context.organization.id)}::uuid and c.day >= ${period.start}::date and c.day < ${period.end}::date
      ${basis === undefined ? sql`` : sql`and c.basis = ${basis}`}
    group by m.team_id`);
  return new Map(
    rows.rows.map((row) => [
      identifierFromUuid("tea", row.team_id),
      {
        minutes: Number(row.minutes),
        timeMinor: BigInt(row.value),
        unknownRows: Number(row.unvalued),
        people: Number(row.people),
      },
    ]),
  );
}
