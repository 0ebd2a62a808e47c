import { identifierFromUuid, identifierToUuid } from "@headwater/domain/identifier";
import { sql, type SQL } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { inTeam } from "../ratios/giving-facts.ts";
import type { WhyUnknown } from "./answer.ts";
import type { Asked } from "./asked.ts";
import { bounded, MOST_IDS } from "./bounded.ts";
import type { MoneyNeeded } from "./definitions.ts";

export interface LedgerRows {
  readonly contributions: readonly string[];
  readonly donations: readonly string[];
  readonly unknowns: readonly WhyUnknown[];
}

/** Ids of the ledger rows that the figure is made of, and how many of them have no value or are not shown. */
export async function ledgerRows(context: Context, asked: Asked): Promise<LedgerRows> {
  const time = await contributionsOf(context, asked);
  const money = await donationsOf(context, asked);
  return { contributions: time.ids, donations: money.ids, unknowns: [...time.unknowns, ...money.unknowns] };
}

interface Listed {
  readonly ids: readonly string[];
  readonly unknowns: readonly WhyUnknown[];
}

const none: Listed = { ids: [], unknowns: [] };

type CountedRow = { all: string; shown: string } & Record<string, unknown>;
type IdRow = { id: string } & Record<string, unknown>;
type UnvaluedRow = { reason: string; rows: string } & Record<string, unknown>;

/** Rows of others are counted and not named, unless the asker may see the rows of people (product.md, principle 8). */
async function contributionsOf(context: Context, asked: Asked): Promise<Listed> {
  const { time } = asked.definition;
  if (time === "none") return none;
  const where = contributionsWhere(context, asked);
  const own = context.actor.personId;
  const visible = context.may("contribution.read-people")
    ? sql`true`
    : own === null
      ? sql`false`
      : sql`c.person_id = ${identifierToUuid(own)}::uuid`;
  const counted = await context.db.execute<CountedRow>(
    sql`select count(*) as all, count(*) filter (where ${visible}) as shown from contributions c where ${where}`,
  );
  const ids = await context.db.execute<IdRow>(
    sql`select id from contributions c where ${where} and ${visible} order by id limit ${MOST_IDS}`,
  );
  const [all, shown] = [Number(counted.rows[0]?.all ?? 0), Number(counted.rows[0]?.shown ?? 0)];
  const named = bounded(
    ids.rows.map((row) => identifierFromUuid("ctr", row.id)),
    shown,
    "contributions",
  );
  const hidden =
    all > shown ? [{ what: "contributions of others", reason: "not-shown", rows: all - shown }] : [];
  return {
    ids: named.items,
    unknowns: [...named.unknowns, ...hidden, ...(await unvaluedContributions(context, asked, where))],
  };
}

function contributionsWhere(
  context: Context,
  { computed: { period }, definition, input, project }: Asked,
): SQL {
  const ofProject =
    project !== null && definition.time === "own"
      ? sql`and c.project_id = ${identifierToUuid(project.id)}::uuid`
      : sql``;
  return sql`
    c.organization_id = ${identifierToUuid(context.organization.id)}::uuid and c.day >= ${period.start}::date and c.day < ${period.end}::date ${ofProject}
    ${input.basis === undefined ? sql`` : sql`and c.basis = ${input.basis}`} ${input.team === undefined ? sql`` : inTeam(input.team)}
    and not exists (select 1 from projects p where p.organization_id = c.organization_id and p.id = c.project_id and p.controlled)`;
}

/** Minutes stand whatever an hour is worth; every other figure leaves rows without a value out. */
async function unvaluedContributions(context: Context, { input }: Asked, where: SQL): Promise<WhyUnknown[]> {
  if (input.number === "minutes") return [];
  const rows = await context.db.execute<UnvaluedRow>(sql`
    select coalesce(c.value_unknown, 'no-rate') as reason, ${sql.raw(NET)} as rows from contributions c where ${where} and c.value_minor is null group by 1 order by 1`);
  return unvalued("contributions without a value", rows.rows);
}

async function donationsOf(context: Context, asked: Asked): Promise<Listed> {
  const { money } = asked.definition;
  // A team's figures are of the time of its people; money is the company's.
  if (money === "none" || asked.input.team !== undefined) return none;
  const where = donationsWhere(context, asked, money);
  const counted = await context.db.execute<CountedRow>(
    sql`select count(*) as all, count(*) as shown from donations d where ${where}`,
  );
  const ids = await context.db.execute<IdRow>(
    sql`select id from donations d where ${where} order by id limit ${MOST_IDS}`,
  );
  const named = bounded(
    ids.rows.map((row) => identifierFromUuid("don", row.id)),
    Number(counted.rows[0]?.all ?? 0),
    "donations",
  );
  const rows = await context.db.execute<UnvaluedRow>(sql`
    select coalesce(d.value_unknown, 'no-exchange-rate') as reason, ${sql.raw(NET)} as rows from donations d where ${where} and d.value_minor is null group by 1 order by 1`);
  return {
    ids: named.items,
    unknowns: [...named.unknowns, ...unvalued("donations without a value", rows.rows)],
  };
}

function donationsWhere(
  context: Context,
  { computed: { period }, input, project }: Asked,
  money: MoneyNeeded,
): SQL {
  // Of a figure of one project only the gifts that name it; shares are taken of all.
  const one = project === null || money === "all" ? null : project;
  const share = one === null ? sql`not p.controlled` : sql`s.project_id = ${identifierToUuid(one.id)}::uuid`;
  const parts = sql`exists (
    select 1 from donation_shares s join projects p on p.organization_id = s.organization_id and p.id = s.project_id
    where s.organization_id = d.organization_id and s.donation_id = d.id and ${share})`;
  const attributed = one === null ? sql`(d.attribution <> 'projects' or ${parts})` : parts;
  return sql`
    d.organization_id = ${identifierToUuid(context.organization.id)}::uuid and d.day >= ${period.start}::date and d.day < ${period.end}::date
    ${input.basis === undefined ? sql`` : sql`and d.basis = ${input.basis}`} and ${attributed} ${narrowed(money)}`;
}

function narrowed(money: MoneyNeeded): SQL {
  switch (money) {
    case "none":
    case "own":
    case "with-pooled":
      return sql``;
    case "all":
      return sql`and d.attribution <> 'pooled'`;
    case "cash":
      return sql`and d.attribution <> 'pooled' and d.kind <> 'in-kind'`;
    case "in-kind":
      return sql`and d.attribution <> 'pooled' and d.kind = 'in-kind'`;
    case "pooled":
      return sql`and d.attribution = 'pooled'`;
    case "eligible":
      return sql`and d.pledge_eligible`;
  }
}

/** A row that was taken back counts against itself. */
const NET = "sum(case when reverses_id is null then 1 else -1 end)";

function unvalued(what: string, rows: readonly UnvaluedRow[]): WhyUnknown[] {
  return rows
    .map((row) => ({ what, reason: row.reason, rows: Number(row.rows) }))
    .filter((entry) => entry.rows !== 0);
}
