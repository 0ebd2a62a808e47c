import type { ProjectHistory } from "@headwater/contract/projects";
import {
  Duration,
  Estimated,
  type FootRow,
  Ledger,
  type LedgerColumn,
  Money,
  SectionHead,
} from "@headwater/ui/components";
import { amountFigure, dayName, duration, monthName } from "@headwater/ui/format";
import { type JSX, Show } from "solid-js";
import { t } from "./texts.ts";

interface Row {
  readonly key: string;
  /** Where the row stands in time: a day of money, a month of time. */
  readonly at: string;
  readonly when: string;
  readonly who: string;
  readonly kind: string;
  readonly minutes: number;
  readonly value: string | null;
  readonly unknown: string | undefined;
  readonly estimated: boolean;
}

/** What was given, the latest first, with the total of the period and in words what lies outside it. */
export function History(props: { readonly history: ProjectHistory }) {
  const rows = () => rowsOf(props.history);
  return (
    <section class="project-part" aria-labelledby="history-title">
      <SectionHead title={t().historyTitle} id="history-title" />
      <Show
        when={rows().length > 0 || feet(props.history).length > 1}
        fallback={<p class="note">{t().nothingEver}</p>}
      >
        <Ledger
          labelledBy="history-title"
          inset
          columns={columnsOf(props.history.currency)}
          rows={rows()}
          keyOf={(row) => row.key}
          foot={feet(props.history)}
          phoneLine={(row) => `${row.who} · ${row.kind}`}
        />
        <p class="note">
          {t().privacy}
          <Show when={props.history.moneyTotal > props.history.money.length}>
            {` ${t().moreRows(props.history.moneyTotal - props.history.money.length)}`}
          </Show>
        </p>
      </Show>
    </section>
  );
}

function rowsOf(history: ProjectHistory): readonly Row[] {
  const time = history.time.map((line) => ({
    key: `${line.month} ${line.team ?? ""}`,
    at: `${line.month}-99`,
    when: monthName(line.month, "short"),
    who: line.teamName ?? line.team ?? t().otherTeams,
    kind: t().time,
    minutes: line.minutes,
    value: line.value,
    unknown: undefined,
    estimated: 2 * Number(line.estimatedValue) > Number(line.value),
  }));
  const money = history.money.map((row) => ({
    key: row.id,
    at: row.day,
    when: dayName(row.day),
    who: row.payee ?? "",
    kind: kindWord(row.kind),
    minutes: 0,
    value: row.value,
    unknown: row.valueUnknown,
    estimated: row.basis === "estimated",
  }));
  return [...time, ...money].sort((one, other) => (one.at < other.at ? 1 : -1));
}

function kindWord(kind: string): string {
  const known = Object.entries(t().kinds).find(([name]) => name === kind);
  return known?.[1] ?? kind;
}

function columnsOf(currency: string): readonly LedgerColumn<Row>[] {
  return [
    { id: "when", name: t().day, cell: (row) => row.when, width: 110 },
    { id: "who", name: t().team, cell: (row) => row.who, as: "words", width: 170, spare: 1 },
    { id: "kind", name: t().kind, cell: (row) => row.kind, as: "words", width: 120, spare: 2 },
    {
      id: "time",
      name: t().timeColumn,
      unit: t().timeUnit,
      cell: (row) => (row.minutes === 0 ? "" : <Duration minutes={row.minutes} estimated={row.estimated} />),
      as: "figures",
      width: 80,
      onPhone: true,
    },
    {
      id: "value",
      name: t().value,
      unit: currency,
      cell: (row) => (
        <Money
          bare
          value={row.value === null ? null : { amount: row.value, currency }}
          unknown={row.unknown}
          estimated={row.estimated}
        />
      ),
      as: "figures",
      width: 96,
      onPhone: true,
    },
  ];
}

function feet({ total, before, after }: ProjectHistory): readonly FootRow[] {
  const outside = (
    sums: typeof before | typeof after,
    month: string | null,
    say: (month: string) => string,
  ) => (month === null ? [] : [footRow("after", say(monthName(month)), sums)]);
  return [
    footRow("total", t().total, total),
    ...outside(before, before.lastMonth, t().beforeIn),
    ...outside(after, after.firstMonth, t().afterIn),
  ];
}

function footRow(as: FootRow["as"], name: string, sums: ProjectHistory["total"]): FootRow {
  const estimated = 2 * Number(sums.estimatedValue) > Number(sums.value);
  const cells: Readonly<Record<string, JSX.Element>> = {
    time: duration(sums.minutes),
    value: (
      <Show when={estimated} fallback={amountFigure(sums.value)}>
        <Estimated>{amountFigure(sums.value)}</Estimated>
      </Show>
    ),
  };
  return {
    as,
    name,
    cell: (column) => cells[column] ?? "",
  };
}
