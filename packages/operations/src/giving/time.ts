import { GivenTime, ReadGivenTime } from "@headwater/contract/giving";
import { identifierToUuid } from "@headwater/domain/identifier";
import { printAmount } from "@headwater/domain/money";
import type { Period } from "@headwater/domain/period";
import { type SQL, sql } from "drizzle-orm";
import { basisOf } from "../contributions/row.ts";
import { type Context, reading } from "../operation/index.ts";
import { resolveProject } from "../projects/resolve.ts";
import { givingFacts, inTeam } from "../ratios/giving-facts.ts";
import { periodOf } from "../ratios/period.ts";
import { privateCells } from "../ratios/private-cells.ts";
import { FEWER_THAN_THREE, isWholeMonths } from "../ratios/team-filter.ts";
import { findTeam } from "../teams/team.ts";
import { monthsIn, wholeMonthsIn } from "./months.ts";

/** The totals of the ledger of time; of others only what no single person can be told from. */
export const readGivenTime = reading({
  name: "giving.time",
  access: "contribution.read",
  input: ReadGivenTime,
  output: GivenTime,
  async run(context, input): Promise<GivenTime> {
    const period = periodOf(context, input.period);
    if (input.team !== undefined) await findTeam(context, input.team, "team");
    const chosen = await chosenRows(context, input);
    if (!(await isVisible(context, period, input))) return hiddenTime(context, period);
    const months = await monthRows(context, period, chosen);
    const sum = (of: (row: MonthRow) => string) => months.reduce((total, row) => total + BigInt(of(row)), 0n);
    const { currency } = context.organization;
    return {
      period,
      currency,
      rows: Number(sum((row) => row.rows)),
      minutes: Number(sum((row) => row.minutes)),
      value: {
        amount: printAmount(
          sum((row) => row.value),
          currency,
        ),
        currency,
      },
      unknownRows: Number(sum((row) => row.unvalued)),
      byMonth: monthsIn(period).map((month) => ({ month, ...minutesOf(months, month) })),
      ...(await kinds(context, period, input, chosen)),
    };
  },
});

function hiddenTime(context: Context, period: Period): GivenTime {
  return {
    period,
    currency: context.organization.currency,
    rows: null,
    minutes: null,
    value: null,
    minutesUnknown: FEWER_THAN_THREE,
    unknownRows: 0,
    byMonth: [],
    byKind: [],
    otherKinds: 0,
  };
}

/** Whoever asks sees the single rows behind the sums. */
function seesRows(context: Context, input: ReadGivenTime): boolean {
  return input.mine === true || context.may("contribution.read-people");
}

/** The company's time is shown to all, a team's as the ratios show it, and a kind only in the list of kinds. */
async function isVisible(context: Context, period: Period, input: ReadGivenTime): Promise<boolean> {
  if (seesRows(context, input)) return true;
  if (input.kind !== undefined) return false;
  if (input.team === undefined) return true;
  if (!isWholeMonths(period)) return false;
  const { hidden } = await givingFacts(context, period, {
    team: input.team,
    basis: input.basis,
    controlled: new Set(),
  });
  if (hidden.whole) return false;
  if (input.project === undefined) return true;
  const project = await resolveProject(context, input.project, "project");
  return !hidden.projects.has(project.id);
}

async function chosenRows(context: Context, input: ReadGivenTime): Promise<SQL> {
  const project =
    input.project === undefined ? null : await resolveProject(context, input.project, "project");
  const own = context.actor.personId;
  return sql`c.organization_id = ${identifierToUuid(context.organization.id)}::uuid
    ${project === null ? sql`` : sql`and c.project_id = ${identifierToUuid(project.id)}::uuid`}
    ${input.kind === undefined ? sql`` : sql`and c.kind = ${input.kind}`}
    ${input.basis === undefined ? sql`` : sql`and c.basis = ${input.basis}`}
    ${input.mine === true ? (own === null ? sql`and false` : sql`and c.person_id = ${identifierToUuid(own)}::uuid`) : sql``}
    ${input.team === undefined ? sql`` : inTeam(input.team)}`;
}

type MonthRow = Record<"month" | "basis" | "minutes" | "value" | "rows" | "unvalued", string>;

// A reversal counts against the row that it takes back.
const one = sql`case when c.reverses_id is null then 1 else -1 end`;

async function monthRows(context: Context, period: Period, chosen: SQL): Promise<readonly MonthRow[]> {
  const { rows } = await context.db.execute<MonthRow>(sql`
    select to_char(c.day, 'YYYY-MM') as month, c.basis, sum(c.minutes) as minutes,
      coalesce(sum(c.value_minor), 0) as value, sum(${one}) as rows,
      sum(case when c.value_minor is null then ${one} else 0 end) as unvalued
    from contributions c
    where ${chosen} and c.day >= ${period.start}::date and c.day < ${period.end}::date
    group by 1, 2`);
  return rows;
}

function minutesOf(rows: readonly MonthRow[], month: string) {
  const minutes = { logged: 0, imported: 0, estimated: 0 };
  for (const row of rows) if (row.month === month) minutes[basisOf(row.basis)] += Number(row.minutes);
  return minutes;
}

type KindRow = Record<"kind" | "month" | "basis" | "person_id" | "minutes", string>;

/** Together with a project or a team, kinds would say what a person did. */
async function kinds(
  context: Context,
  period: Period,
  input: ReadGivenTime,
  chosen: SQL,
): Promise<Pick<GivenTime, "byKind" | "otherKinds">> {
  const sees = seesRows(context, input);
  const span = sees ? period : wholeMonthsIn(period);
  if (span === null || (!sees && (input.team !== undefined || input.project !== undefined)))
    return { byKind: [], otherKinds: 0 };
  const { rows } = await context.db.execute<KindRow>(sql`
    select c.kind, to_char(c.day, 'YYYY-MM') as month, c.basis, c.person_id, sum(c.minutes) as minutes
    from contributions c
    where ${chosen} and c.day >= ${span.start}::date and c.day < ${span.end}::date
    group by 1, 2, 3, 4 having sum(c.minutes) <> 0`);
  // What is called a project there is a kind here: the cells are of the same form.
  const hidden = sees
    ? new Set<string>()
    : privateCells(rows.map((row) => ({ ...row, project: row.kind, person: row.person_id }))).projects;
  const minutes = new Map<string, number>();
  let otherKinds = 0;
  for (const row of rows) {
    if (hidden.has(row.kind)) otherKinds += Number(row.minutes);
    else minutes.set(row.kind, (minutes.get(row.kind) ?? 0) + Number(row.minutes));
  }
  const byKind = [...minutes].map(([kind, given]) => ({ kind, minutes: given }));
  return {
    byKind: byKind.toSorted((a, b) => b.minutes - a.minutes || (a.kind < b.kind ? -1 : 1)),
    otherKinds,
  };
}
