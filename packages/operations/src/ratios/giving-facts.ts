import { identifierFromUuid, identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import type { Period } from "@headwater/domain/period";
import type { Basis, BasisGiving, ProjectGiving, UndividedGiving } from "@headwater/domain/ratio";
import { sql, type SQL } from "drizzle-orm";
import { basisOf } from "../contributions/row.ts";
import type { Context } from "../operation/index.ts";
import { type GivenByPerson, nothingPrivate, type PrivateCells, privateCells } from "./private-cells.ts";
import { successors } from "./successors.ts";
import { privateTeams } from "./team-cells.ts";

type ProjectId = Identifier<"prj">;

export interface GivingFilter {
  readonly basis?: string | undefined;
  /** Team slug: rows of people in it on that day; money is the company's and is left out. */
  readonly team?: string | undefined;
  readonly controlled: ReadonlySet<string>;
}

/** What was given in a period, summed by the database and decided here. */
export interface GivingFacts {
  readonly projects: readonly ProjectGiving<ProjectId>[];
  readonly toTail: UndividedGiving;
  readonly pooled: UndividedGiving;
  readonly byBasis: Readonly<Record<Basis, BasisGiving>>;
  /** Of those the time alone. */
  readonly timeByBasis: Readonly<Record<Basis, BasisGiving>>;
  readonly eligibleCashMinor: bigint;
  /** What of a team's time is shown only to those who may see the rows of people; without a team filter nothing. */
  readonly hidden: PrivateCells;
}

export async function givingFacts(
  context: Context,
  period: Period,
  filter: GivingFilter,
): Promise<GivingFacts> {
  const time = await timeRows(context, period, filter);
  const money = filter.team === undefined ? await moneyRows(context, period, filter) : [];
  const followed = await successors(context);
  const kept = <Row extends { project_id: string | null }>(rows: readonly Row[]): Placed<Row>[] =>
    rows
      .map((row) => ({
        ...row,
        project:
          row.project_id === null ? null : current(followed, identifierFromUuid("prj", row.project_id)),
      }))
      .filter((row) => row.project === null || !filter.controlled.has(row.project));
  const [timeKept, moneyKept] = [kept(time), kept(money)];
  return {
    projects: byProject(timeKept, moneyKept),
    toTail: undivided(moneyKept.filter((row) => row.attribution === "tail")),
    pooled: undivided(moneyKept.filter((row) => row.attribution === "pooled")),
    byBasis: byBasis(timeKept, moneyKept),
    timeByBasis: byBasis(timeKept, []),
    eligibleCashMinor: moneyKept.reduce((sum, row) => sum + BigInt(row.eligible), 0n),
    hidden:
      filter.team === undefined
        ? nothingPrivate
        : await hiddenOf(context, period, { ...filter, team: filter.team }, followed),
  };
}

/** A team that is shown only among others in the list of teams is not shown alone either: the rest would be told by subtraction. */
async function hiddenOf(
  context: Context,
  period: Period,
  filter: GivingFilter & { readonly team: string },
  followed: ReadonlyMap<ProjectId, ProjectId>,
): Promise<PrivateCells> {
  const own = privateCells(await givenByPerson(context, period, filter, followed));
  const teams = await privateTeams(context, period, filter);
  return { ...own, whole: own.whole || teams.projects.has(filter.team) };
}

function current(followed: ReadonlyMap<ProjectId, ProjectId>, project: ProjectId): ProjectId {
  return followed.get(project) ?? project;
}

/** The project that a row counts for now; null for money that goes to none. */
type Placed<Row> = Row & { readonly project: ProjectId | null };

interface TimeRow extends Record<string, unknown> {
  readonly project_id: string;
  readonly basis: string;
  readonly minutes: string;
  readonly value: string;
  readonly valued: string;
  readonly unvalued: string;
}

interface MoneyRow extends Record<string, unknown> {
  readonly project_id: string | null;
  readonly attribution: string;
  readonly basis: string;
  readonly in_kind: boolean;
  readonly value: string;
  readonly eligible: string;
  readonly valued: string;
  readonly unvalued: string;
}

// A reversal counts against the row that it takes back, so that a row that was taken back leaves no trace in any count.
export const net = (condition: SQL) =>
  sql`sum(case when ${condition} then case when reverses_id is null then 1 else -1 end else 0 end)`;

async function timeRows(context: Context, period: Period, filter: GivingFilter): Promise<readonly TimeRow[]> {
  const rows = await context.db.execute<TimeRow>(sql`
    select project_id, basis, sum(minutes) as minutes, coalesce(sum(value_minor), 0) as value,
      ${net(sql`value_minor is not null`)} as valued, ${net(sql`value_minor is null`)} as unvalued
    from contributions c where ${timeWhere(context, period, filter)} group by project_id, basis`);
  return rows.rows;
}

export function timeWhere(context: Context, period: Period, filter: GivingFilter): SQL {
  return sql`
    c.organization_id = ${identifierToUuid(context.organization.id)}::uuid and c.day >= ${period.start}::date and c.day < ${period.end}::date
    ${filter.basis === undefined ? sql`` : sql`and c.basis = ${filter.basis}`}
    ${filter.team === undefined ? sql`` : inTeam(filter.team)}`;
}

type PersonRow = { project_id: string; month: string; basis: string; person_id: string } & Record<
  string,
  unknown
>;

/** A row that was taken back is no giving: who has no other is not among the people of a cell. */
async function givenByPerson(
  context: Context,
  period: Period,
  filter: GivingFilter,
  followed: ReadonlyMap<ProjectId, ProjectId>,
): Promise<GivenByPerson[]> {
  const rows = await context.db.execute<PersonRow>(sql`
    select project_id, to_char(day, 'YYYY-MM') as month, basis, person_id
    from contributions c where ${timeWhere(context, period, filter)}
    group by project_id, to_char(day, 'YYYY-MM'), basis, person_id having sum(minutes) <> 0`);
  return rows.rows
    .map((row) => ({
      project: current(followed, identifierFromUuid("prj", row.project_id)),
      month: row.month,
      basis: row.basis,
      person: row.person_id,
    }))
    .filter((row) => !filter.controlled.has(row.project));
}

/** The person who gave the time was in the team on that day; for a query in which `c` is contributions. */
export function inTeam(slug: string): SQL {
  return sql`and exists (
    select 1 from memberships m join teams t on t.organization_id = m.organization_id and t.id = m.team_id
    where m.organization_id = c.organization_id and m.person_id = c.person_id and t.slug = ${slug}
      and (m.from_day is null or m.from_day <= c.day) and (m.to_day is null or m.to_day > c.day))`;
}

async function moneyRows(
  context: Context,
  period: Period,
  filter: GivingFilter,
): Promise<readonly MoneyRow[]> {
  const rows = await context.db.execute<MoneyRow>(sql`
    select s.project_id, d.attribution, d.basis, d.kind = 'in-kind' as in_kind,
      coalesce(sum(coalesce(s.value_minor, case when s.project_id is null then d.value_minor end)), 0) as value,
      coalesce(sum(case when d.pledge_eligible then coalesce(s.value_minor, case when s.project_id is null then d.value_minor end) end), 0) as eligible,
      ${net(sql`d.value_minor is not null`)} as valued, ${net(sql`d.value_minor is null`)} as unvalued
    from donations d left join donation_shares s on s.organization_id = d.organization_id and s.donation_id = d.id
    where d.organization_id = ${identifierToUuid(context.organization.id)}::uuid and d.day >= ${period.start}::date and d.day < ${period.end}::date
      ${filter.basis === undefined ? sql`` : sql`and d.basis = ${filter.basis}`}
    group by s.project_id, d.attribution, d.basis, d.kind = 'in-kind'`);
  return rows.rows;
}

interface Mutable {
  projectId: ProjectId;
  minutes: number;
  timeMinor: bigint;
  cashMinor: bigint;
  inKindMinor: bigint;
  valuedRows: number;
  unknownRows: number;
}

function byProject(
  time: readonly Placed<TimeRow>[],
  money: readonly Placed<MoneyRow>[],
): ProjectGiving<ProjectId>[] {
  const given = new Map<string, Mutable>();
  const of = (projectId: ProjectId): Mutable => {
    const known = given.get(projectId) ?? {
      projectId,
      minutes: 0,
      timeMinor: 0n,
      cashMinor: 0n,
      inKindMinor: 0n,
      valuedRows: 0,
      unknownRows: 0,
    };
    given.set(projectId, known);
    return known;
  };
  for (const row of time) {
    if (row.project === null) continue;
    const project = of(row.project);
    project.minutes += Number(row.minutes);
    project.timeMinor += BigInt(row.value);
    count(project, row);
  }
  for (const row of money) {
    if (row.project === null) continue;
    const project = of(row.project);
    if (row.in_kind) project.inKindMinor += BigInt(row.value);
    else project.cashMinor += BigInt(row.value);
    count(project, row);
  }
  return [...given.values()];
}

function count(project: Mutable, row: { readonly valued: string; readonly unvalued: string }): void {
  project.valuedRows += Number(row.valued);
  project.unknownRows += Number(row.unvalued);
}

function undivided(rows: readonly MoneyRow[]): UndividedGiving {
  const sum = (inKind: boolean) =>
    rows.filter((row) => row.in_kind === inKind).reduce((total, row) => total + BigInt(row.value), 0n);
  return {
    cashMinor: sum(false),
    inKindMinor: sum(true),
    unknownRows: rows.reduce((total, row) => total + Number(row.unvalued), 0),
  };
}

function byBasis(time: readonly TimeRow[], money: readonly MoneyRow[]): Record<Basis, BasisGiving> {
  const total: Record<Basis, { minutes: number; giveBackMinor: bigint }> = {
    logged: { minutes: 0, giveBackMinor: 0n },
    imported: { minutes: 0, giveBackMinor: 0n },
    estimated: { minutes: 0, giveBackMinor: 0n },
  };
  for (const row of time) {
    const basis = total[basisOf(row.basis)];
    basis.minutes += Number(row.minutes);
    basis.giveBackMinor += BigInt(row.value);
  }
  for (const row of money) total[basisOf(row.basis)].giveBackMinor += BigInt(row.value);
  return total;
}
