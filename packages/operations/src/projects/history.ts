import { ProjectHistory, ReadProjectHistory } from "@headwater/contract/projects";
import { donationNotes, donations, donationShares } from "@headwater/db/tables";
import { identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import { type Currency, printAmount } from "@headwater/domain/money";
import type { Period } from "@headwater/domain/period";
import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { basisOf } from "../contributions/row.ts";
import { type Context, reading } from "../operation/index.ts";
import { periodOf } from "../ratios/period.ts";
import { successors } from "../ratios/successors.ts";
import { resolveProject } from "./resolve.ts";
import { givenTime, teamsWhoGave, type TimeGiven, timeLines } from "./time-by-team.ts";

type ProjectId = Identifier<"prj">;

/** More rows of money are summed and not listed; GET /donations lists all. */
const MOST_ROWS = 200;

/** What was given to a project in a period, and in words what was given before and after. */
export const readProjectHistory = reading({
  name: "project.read-history",
  access: "ratio.read",
  input: ReadProjectHistory,
  output: ProjectHistory,
  async run(context, input): Promise<ProjectHistory> {
    const project = await resolveProject(context, input.project, "project");
    const period = periodOf(context, input.period);
    const projects = await withPredecessors(context, project.id);
    const time = await givenTime(context, projects);
    const money = await moneyOf(context, projects, period);
    const moneySums = await moneySumsOf(context, projects, period);
    const { currency } = context.organization;
    const [before, inside, after] = [
      time.filter((row) => row.day < period.start),
      time.filter((row) => row.day >= period.start && row.day < period.end),
      time.filter((row) => row.day >= period.end),
    ];
    const total = sumsOf(inside, moneySums.get("inside"), currency);
    return {
      currency,
      // Whose rows they are stays here: the answer has sums alone.
      time: timeLines(context, inside).map(({ month, team, teamName, rows }) => ({
        month,
        team,
        teamName,
        ...sumsOf(rows, undefined, currency),
      })),
      money,
      moneyTotal: moneySums.get("inside")?.rows ?? 0,
      total,
      before: {
        ...sumsOf(before, moneySums.get("before"), currency),
        lastMonth: latest([before.at(-1)?.month, moneySums.get("before")?.last]),
      },
      after: {
        ...sumsOf(after, moneySums.get("after"), currency),
        firstMonth: earliest([after[0]?.month, moneySums.get("after")?.first]),
      },
      ...teamsWhoGave(time),
    };
  },
});

/** Rows that were written to the provisional project of one of its packages count for it. */
async function withPredecessors(context: Context, project: ProjectId): Promise<ProjectId[]> {
  const followed = await successors(context);
  return [project, ...[...followed].filter(([, to]) => to === project).map(([from]) => from)];
}

interface MoneySums {
  readonly rows: number;
  readonly valueMinor: bigint;
  readonly estimatedMinor: bigint;
  readonly unknownRows: number;
  readonly first: string | null;
  readonly last: string | null;
}

function sumsOf(
  time: readonly TimeGiven[],
  money: MoneySums | undefined,
  currency: Currency,
): ProjectHistory["total"] {
  const sum = (of: (row: TimeGiven) => bigint) => time.reduce((total, row) => total + of(row), 0n);
  return {
    minutes: time.reduce((total, row) => total + row.minutes, 0),
    value: printAmount(sum((row) => row.valueMinor) + (money?.valueMinor ?? 0n), currency),
    estimatedValue: printAmount(
      sum((row) => (row.basis === "estimated" ? row.valueMinor : 0n)) + (money?.estimatedMinor ?? 0n),
      currency,
    ),
    unknownRows: time.reduce((total, row) => total + row.unknownRows, 0) + (money?.unknownRows ?? 0),
  };
}

async function moneyOf(
  context: Context,
  projects: readonly ProjectId[],
  period: Period,
): Promise<ProjectHistory["money"]> {
  const { currency } = context.organization;
  const rows = await context.db
    .select({ row: donations, valueMinor: donationShares.valueMinor, payee: donationNotes.payee })
    .from(donationShares)
    .innerJoin(
      donations,
      and(
        eq(donations.organizationId, donationShares.organizationId),
        eq(donations.id, donationShares.donationId),
      ),
    )
    .leftJoin(
      donationNotes,
      and(
        eq(donationNotes.organizationId, donations.organizationId),
        eq(donationNotes.donationId, donations.id),
      ),
    )
    .where(
      and(
        eq(donationShares.organizationId, context.organization.id),
        inArray(donationShares.projectId, [...projects]),
        gte(donations.day, period.start),
        lt(donations.day, period.end),
      ),
    )
    .orderBy(desc(donations.day), desc(donations.id))
    .limit(MOST_ROWS);
  return rows.map(({ row, valueMinor, payee }) => ({
    id: row.id,
    day: row.day,
    kind: row.kind,
    basis: basisOf(row.basis),
    payee: context.may("donation.read") ? payee : null,
    value: valueMinor === null ? null : printAmount(valueMinor, currency),
    ...(row.valueUnknown === null ? {} : { valueUnknown: row.valueUnknown }),
  }));
}

interface SumRow extends Record<string, unknown> {
  readonly place: string;
  readonly rows: string;
  readonly value: string;
  readonly estimated: string;
  readonly unvalued: string;
  readonly first: string;
  readonly last: string;
}

async function moneySumsOf(
  context: Context,
  projects: readonly ProjectId[],
  period: Period,
): Promise<ReadonlyMap<string, MoneySums>> {
  const { rows } = await context.db.execute<SumRow>(sql`
    select case when d.day < ${period.start}::date then 'before' when d.day < ${period.end}::date then 'inside' else 'after' end as place,
      count(*) as rows, coalesce(sum(s.value_minor), 0) as value,
      coalesce(sum(s.value_minor) filter (where d.basis = 'estimated'), 0) as estimated,
      sum(case when d.value_minor is null then case when d.reverses_id is null then 1 else -1 end else 0 end) as unvalued,
      to_char(min(d.day), 'YYYY-MM') as first, to_char(max(d.day), 'YYYY-MM') as last
    from donations d join donation_shares s on s.organization_id = d.organization_id and s.donation_id = d.id
    where d.organization_id = ${identifierToUuid(context.organization.id)}::uuid
      and s.project_id = any(${sql.param(projects.map(identifierToUuid))}::uuid[])
    group by 1`);
  return new Map(
    rows.map((row) => [
      row.place,
      {
        rows: Number(row.rows),
        valueMinor: BigInt(row.value),
        estimatedMinor: BigInt(row.estimated),
        unknownRows: Number(row.unvalued),
        first: row.first,
        last: row.last,
      },
    ]),
  );
}

function latest(months: readonly (string | null | undefined)[]): string | null {
  return sorted(months).at(-1) ?? null;
}

function earliest(months: readonly (string | null | undefined)[]): string | null {
  return sorted(months)[0] ?? null;
}

function sorted(months: readonly (string | null | undefined)[]): string[] {
  return months.filter((month) => month !== null && month !== undefined).sort();
}
