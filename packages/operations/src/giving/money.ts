import { GivenMoney, ReadGivenMoney } from "@headwater/contract/giving";
import { identifierToUuid } from "@headwater/domain/identifier";
import { type Currency, printAmount } from "@headwater/domain/money";
import type { Period } from "@headwater/domain/period";
import { type SQL, sql } from "drizzle-orm";
import { type Context, reading } from "../operation/index.ts";
import { resolveProject } from "../projects/resolve.ts";
import { periodOf } from "../ratios/period.ts";
import { monthsIn } from "./months.ts";
import { storedCurrency } from "./value.ts";

/** The totals of the ledger of money: cash for the Pledge beside all of it, and what has no value in our currency yet. */
export const readGivenMoney = reading({
  name: "giving.money",
  access: "donation.read",
  input: ReadGivenMoney,
  output: GivenMoney,
  async run(context, input): Promise<GivenMoney> {
    const period = periodOf(context, input.period);
    const rows = await moneyRows(context, period, input);
    const { currency } = context.organization;
    const valued = (chosen: (row: MoneyRow) => boolean) =>
      printAmount(valueOf(rows.filter(chosen)), currency);
    return {
      period,
      currency,
      rows: rows.reduce((total, row) => total + Number(row.rows), 0),
      eligibleCash: valued((row) => row.eligible),
      cash: valued((row) => !row.in_kind),
      inKind: valued((row) => row.in_kind),
      toTail: valued((row) => row.attribution === "tail"),
      pooled: valued((row) => row.attribution === "pooled"),
      unknownRows: rows.reduce((total, row) => total + Number(row.unvalued), 0),
      unknown: unvalued(rows),
      byMonth: monthsIn(period).map((month) => ({
        month,
        eligibleCash: valued((row) => row.month === month && row.eligible),
        otherCash: valued((row) => row.month === month && !row.eligible && !row.in_kind),
        inKind: valued((row) => row.month === month && row.in_kind),
      })),
    };
  },
});

interface MoneyRow extends Record<string, unknown> {
  readonly month: string;
  readonly currency: string;
  readonly attribution: string;
  readonly eligible: boolean;
  readonly in_kind: boolean;
  readonly value: string;
  readonly rows: string;
  readonly unvalued: string;
  readonly unvalued_amount: string;
}

// A reversal counts against the row that it takes back.
const one = sql`case when d.reverses_id is null then 1 else -1 end`;

async function moneyRows(
  context: Context,
  period: Period,
  input: ReadGivenMoney,
): Promise<readonly MoneyRow[]> {
  const { from, value, amount } = await parts(context, input);
  const { rows } = await context.db.execute<MoneyRow>(sql`
    select to_char(d.day, 'YYYY-MM') as month, d.currency, d.attribution, d.pledge_eligible as eligible,
      d.kind = 'in-kind' as in_kind, coalesce(sum(${value}), 0) as value, sum(${one}) as rows,
      sum(case when d.value_minor is null then ${one} else 0 end) as unvalued,
      coalesce(sum(case when d.value_minor is null then ${amount} end), 0) as unvalued_amount
    ${from}
    where d.organization_id = ${identifierToUuid(context.organization.id)}::uuid
      and d.day >= ${period.start}::date and d.day < ${period.end}::date
      ${input.kind === undefined ? sql`` : sql`and d.kind = ${input.kind}`}
      ${input.basis === undefined ? sql`` : sql`and d.basis = ${input.basis}`}
    group by 1, 2, 3, 4, 5`);
  return rows;
}

/** Of one project only its parts of the donations count. */
async function parts(
  context: Context,
  input: ReadGivenMoney,
): Promise<{ readonly from: SQL; readonly value: SQL; readonly amount: SQL }> {
  if (input.project === undefined)
    return { from: sql`from donations d`, value: sql`d.value_minor`, amount: sql`d.amount_minor` };
  const project = await resolveProject(context, input.project, "project");
  return {
    from: sql`from donations d join donation_shares s on s.organization_id = d.organization_id
      and s.donation_id = d.id and s.project_id = ${identifierToUuid(project.id)}::uuid`,
    value: sql`s.value_minor`,
    amount: sql`s.amount_minor`,
  };
}

function valueOf(rows: readonly MoneyRow[]): bigint {
  return rows.reduce((total, row) => total + BigInt(row.value), 0n);
}

function unvalued(rows: readonly MoneyRow[]): GivenMoney["unknown"] {
  const byCurrency = new Map<Currency, { amountMinor: bigint; rows: number }>();
  for (const row of rows) {
    const currency = storedCurrency(row.currency);
    const before = byCurrency.get(currency) ?? { amountMinor: 0n, rows: 0 };
    byCurrency.set(currency, {
      amountMinor: before.amountMinor + BigInt(row.unvalued_amount),
      rows: before.rows + Number(row.unvalued),
    });
  }
  return [...byCurrency]
    .filter(([, { rows: count }]) => count !== 0)
    .map(([currency, { amountMinor, rows: count }]) => ({
      amount: printAmount(amountMinor, currency),
      currency,
      rows: count,
    }));
}
