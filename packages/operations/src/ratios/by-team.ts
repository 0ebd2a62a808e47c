import type { RatioRow as ShownRow } from "@headwater/contract/ratios";
import { teams } from "@headwater/db/tables";
import { identifierFromUuid, identifierToUuid } from "@headwater/domain/identifier";
import { known, unknown, type Known } from "@headwater/domain/known";
import { fairShares } from "@headwater/domain/ratio";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { byGap, groupRow } from "./by-ecosystem.ts";
import type { ComputedRatios } from "./compute.ts";
import { withoutTime } from "./by-project.ts";
import { joinTeams, OTHER_TEAMS, type TeamCell } from "./small-cells.ts";
import { successors } from "./successors.ts";
import { privateTeams } from "./team-cells.ts";
import { isWholeMonths } from "./team-filter.ts";

export interface TeamFilter {
  readonly team?: string | undefined;
  readonly basis?: string | undefined;
}

/**
 * Teams with what their products stand on and the time that their people gave. Money is the company's, no team's. With
 * a team filter that team alone. Whoever may not see the rows of people sees small teams joined, and no team's time in a
 * period of other than whole months.
 */
export async function teamRows(
  context: Context,
  computed: ComputedRatios,
  filter: TeamFilter,
): Promise<ShownRow[]> {
  const cells = (await cellsOf(context, computed, filter.basis)).filter(
    (cell) => filter.team === undefined || cell.slug === filter.team,
  );
  if (context.may("contribution.read-people")) return rowsOf(context, computed, cells);
  // A team that was named is shown alone or not at all, and that was decided before.
  if (filter.team !== undefined) return rowsOf(context, computed, cells);
  if (!isWholeMonths(computed.period))
    return rowsOf(context, computed, cells)
      .map((row) => withoutTime(row, "whole-months-only"))
      .sort(byUsage);
  const hidden = await privateTeams(context, computed.period, {
    basis: filter.basis,
    controlled: computed.usage.input.controlled,
  });
  const rows = rowsOf(context, computed, joinTeams(cells, hidden.projects));
  // Where all who gave in a month are too few, even together they are not shown.
  return hidden.whole
    ? rows.map((row) => (row.id === OTHER_TEAMS ? withoutTime(row) : row)).sort(byGap)
    : rows;
}

async function cellsOf(
  context: Context,
  computed: ComputedRatios,
  basis: string | undefined,
): Promise<TeamCell[]> {
  const named = await context.db
    .select({ id: teams.id, slug: teams.slug, name: teams.name })
    .from(teams)
    .where(eq(teams.organizationId, context.organization.id));
  const usageOf = usageByTeam(computed);
  const givenOf = await givingByTeam(context, computed, basis);
  return named.map(({ id, slug, name }) => ({
    id,
    slug,
    name,
    usageShare: usageOf.get(id) ?? 0,
    ...(givenOf.get(id) ?? nothing),
  }));
}

function rowsOf(context: Context, computed: ComputedRatios, shown: readonly TeamCell[]): ShownRow[] {
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

function byUsage(one: ShownRow, other: ShownRow): number {
  return (other.usageShare ?? 0) - (one.usageShare ?? 0) || (one.name < other.name ? -1 : 1);
}

const nothing = { minutes: 0, timeMinor: 0n, unknownRows: 0 };

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

interface Given {
  minutes: number;
  timeMinor: bigint;
  unknownRows: number;
}

async function givingByTeam(
  context: Context,
  computed: ComputedRatios,
  basis: string | undefined,
): Promise<ReadonlyMap<string, Given>> {
  const { period } = computed;
  const { rows } = await context.db.execute<{
    team_id: string;
    project_id: string;
    minutes: string;
    value: string;
    unvalued: string;
  }>(sql`
    select m.team_id, c.project_id, sum(c.minutes) as minutes, coalesce(sum(c.value_minor), 0) as value,
      sum(case when c.value_minor is null then case when c.reverses_id is null then 1 else -1 end else 0 end) as unvalued
    from contributions c join memberships m on m.organization_id = c.organization_id and m.person_id = c.person_id
      and (m.from_day is null or m.from_day <= c.day) and (m.to_day is null or m.to_day > c.day)
    where c.organization_id = ${identifierToUuid(context.organization.id)}::uuid and c.day >= ${period.start}::date and c.day < ${period.end}::date
      ${basis === undefined ? sql`` : sql`and c.basis = ${basis}`}
    group by m.team_id, c.project_id`);
  const followed = await successors(context);
  const given = new Map<string, Given>();
  for (const row of rows) {
    const project = identifierFromUuid("prj", row.project_id);
    // What the company controls is left out of usage and give-back alike.
    if (computed.usage.input.controlled.has(followed.get(project) ?? project)) continue;
    const team = identifierFromUuid("tea", row.team_id);
    const sum = given.get(team) ?? { minutes: 0, timeMinor: 0n, unknownRows: 0 };
    given.set(team, sum);
    sum.minutes += Number(row.minutes);
    sum.timeMinor += BigInt(row.value);
    sum.unknownRows += Number(row.unvalued);
  }
  return given;
}
