import { identifierFromUuid, identifierToUuid, type Identifier } from "@headwater/domain/identifier";
import type { MonthPart, Period } from "@headwater/domain/period";
import { sql } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { type GivingFilter, net, timeWhere } from "./giving-facts.ts";
import { successors } from "./successors.ts";

type ProjectId = Identifier<"prj">;

/** What one project was given in one month, in minor units of the organization's currency. */
export interface MonthGiving {
  minutes: number;
  giveBackMinor: bigint;
  estimatedMinutes: number;
  estimatedMinor: bigint;
  unknownRows: number;
}

interface Row extends Record<string, unknown> {
  readonly project_id: string;
  readonly basis: string;
  readonly part: number;
  readonly minutes: string;
  readonly value: string;
  readonly unvalued: string;
}

/** What each project was given in each of the months, which follow each other; a project that was given nothing is left out. */
export async function givingByMonth(
  context: Context,
  parts: readonly MonthPart[],
  filter: GivingFilter,
): Promise<ReadonlyMap<ProjectId, readonly MonthGiving[]>> {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const span = { start: first.period.start, end: last.period.end };
  const time = await timeByPart(context, span, parts, filter);
  const money = filter.team === undefined ? await moneyByPart(context, span, parts, filter) : [];
  const followed = await successors(context);
  const given = new Map<ProjectId, MonthGiving[]>();
  for (const row of [...time, ...money]) {
    const written = identifierFromUuid("prj", row.project_id);
    const project = followed.get(written) ?? written;
    if (filter.controlled.has(project)) continue;
    const months = given.get(project) ?? parts.map(nothing);
    given.set(project, months);
    const month = months[row.part - 1];
    if (month !== undefined) add(month, row);
  }
  return given;
}

function nothing(): MonthGiving {
  return { minutes: 0, giveBackMinor: 0n, estimatedMinutes: 0, estimatedMinor: 0n, unknownRows: 0 };
}

function add(month: MonthGiving, row: Row): void {
  const estimated = row.basis === "estimated";
  month.minutes += Number(row.minutes);
  month.giveBackMinor += BigInt(row.value);
  if (estimated) month.estimatedMinutes += Number(row.minutes);
  if (estimated) month.estimatedMinor += BigInt(row.value);
  month.unknownRows += Number(row.unvalued);
}

/** Of sorted days the bucket of a day is the number of those that are not after it: the months count from 1. */
const starts = (parts: readonly MonthPart[]) =>
  sql`${sql.param(parts.map((part) => part.period.start))}::date[]`;

async function timeByPart(
  context: Context,
  span: Period,
  parts: readonly MonthPart[],
  filter: GivingFilter,
): Promise<readonly Row[]> {
  const { rows } = await context.db.execute<Row>(sql`
    select project_id, basis, width_bucket(c.day, ${starts(parts)}) as part, sum(minutes) as minutes,
      coalesce(sum(value_minor), 0) as value, ${net(sql`value_minor is null`)} as unvalued
    from contributions c where ${timeWhere(context, span, filter)} group by 1, 2, 3`);
  return rows;
}

async function moneyByPart(
  context: Context,
  span: Period,
  parts: readonly MonthPart[],
  filter: GivingFilter,
): Promise<readonly Row[]> {
  const { rows } = await context.db.execute<Row>(sql`
    select s.project_id, d.basis, width_bucket(d.day, ${starts(parts)}) as part, 0 as minutes,
      coalesce(sum(s.value_minor), 0) as value, ${net(sql`d.value_minor is null`)} as unvalued
    from donations d join donation_shares s on s.organization_id = d.organization_id and s.donation_id = d.id
    where d.organization_id = ${identifierToUuid(context.organization.id)}::uuid and d.day >= ${span.start}::date and d.day < ${span.end}::date
      ${filter.basis === undefined ? sql`` : sql`and d.basis = ${filter.basis}`}
    group by 1, 2, 3`);
  return rows;
}
