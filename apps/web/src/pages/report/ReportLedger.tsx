import { givenOf } from "@headwater/contract/projects-table";
import type { RatioRow } from "@headwater/contract/ratios";
import type { Report, ReportLine } from "@headwater/contract/reports";
import { Figure, PairedBars, SectionHead } from "@headwater/ui/components";
import {
  amountFigure,
  axisFigure,
  footedFigure,
  footedPercents,
  unknownReason,
  wholeUnits,
} from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { For, Show } from "solid-js";
import { FigureWhy } from "./FigureWhy.tsx";
import { t } from "./texts.ts";

/** The largest gaps, the others and the tail, and what they sum to: each column adds up as it is printed. */
export function ReportLedger(props: { readonly report: Report }) {
  const ledger = () => props.report.ledger;
  return (
    <section class="report-ledger" aria-labelledby="report-ledger">
      <SectionHead title={t().ledger} id="report-ledger" />
      <Show when={ledger().total.projects > 0} fallback={<NothingUsed />}>
        <LedgerTable report={props.report} />
      </Show>
    </section>
  );
}

function NothingUsed() {
  return (
    <>
      <p class="note">{t().nothingUsed}</p>
      <p class="note not-printed">
        <Link to="/imports" class="link">
          {t().toImports}
        </Link>
      </p>
    </>
  );
}

function LedgerTable(props: { readonly report: Report }) {
  const ledger = () => props.report.ledger;
  const currency = () => props.report.summary.currency;
  const lines = (): readonly ReportLine[] => {
    const { others, tail } = ledger();
    return [...(others.projects > 0 ? [others] : []), ...(isSomething(tail) ? [tail] : [])];
  };
  const end = () =>
    Math.max(
      0,
      ...ledger().projects.flatMap((row) => [Number(row.fairShare ?? 0), Number(row.giveBack ?? 0)]),
    );
  const usage = () =>
    footedPercents([
      ...ledger().projects.map((row) => row.usageShare ?? 0),
      ...lines().map((line) => line.usageShare),
    ]);
  const given = () =>
    column([...ledger().projects.map((row) => givenOf(row)), ...lines().map((line) => line.giveBack)]);
  const gaps = () => column([...ledger().projects.map((row) => row.gap), ...lines().map((line) => line.gap)]);
  const named = () => ledger().projects.length;
  return (
    <table class="ledger report-table">
      <thead>
        <tr>
          <th scope="col">{t().project}</th>
          <th scope="col" class="figures">
            <span class="column-name">{t().usage}</span>
            <span class="column-unit">%</span>
          </th>
          <th scope="col" class="report-bars">
            <i class="report-use" /> {t().fairShare} <i class="report-give" /> {t().givenWord}
            <span class="not-printed">{end() > 0 ? t().axis(axisFigure(end()), currency()) : ""}</span>
          </th>
          <th scope="col" class="figures">
            <span class="column-name">{t().given}</span>
            <span class="column-unit">{currency()}</span>
          </th>
          <th scope="col" class="figures">
            <span class="column-name">{t().gap}</span>
            <span class="column-unit">{currency()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={ledger().projects}>
          {(row, place) => (
            <ProjectLine
              row={row}
              end={end()}
              period={props.report.period}
              usage={usage()[place()] ?? ""}
              given={given()[place()] ?? null}
              gap={gaps()[place()] ?? null}
            />
          )}
        </For>
        <For each={lines()}>
          {(line, place) => (
            <SumLine
              name={line === ledger().tail ? t().tail(line.projects) : t().others(line.projects)}
              line={line}
              usage={usage()[named() + place()] ?? ""}
              given={given()[named() + place()] ?? null}
              gap={gaps()[named() + place()] ?? null}
            />
          )}
        </For>
      </tbody>
      <tfoot>
        <TotalLine line={ledger().total} />
      </tfoot>
    </table>
  );
}

interface PrintedFigures {
  readonly usage: string;
  /** Null where it is unknown. */
  readonly given: string | null;
  readonly gap: string | null;
}

interface ProjectLineProps extends PrintedFigures {
  readonly row: RatioRow;
  /** The end of the column's axis. */
  readonly end: number;
  readonly period: string;
}

function ProjectLine(props: ProjectLineProps) {
  const slug = () => props.row.project ?? props.row.id;
  const part = (amount: string | null) =>
    amount === null ? null : props.end === 0 ? 0 : Number(amount) / props.end;
  const said = (amount: string | null) => (amount === null ? unknownReason(undefined) : amountFigure(amount));
  return (
    <tr>
      <th
        scope="row"
        class="ledger-name report-name"
        classList={{ "report-name-long": props.row.name.length > LONG }}
      >
        <Link to="/projects" search={{ period: props.period, peek: slug() }}>
          {props.row.name}
        </Link>
      </th>
      <td class="figures">
        <FigureWhy number="usageShare" project={slug()} name={props.row.name}>
          {props.usage}
        </FigureWhy>
      </td>
      <td class="report-bars">
        <PairedBars
          use={part(props.row.fairShare)}
          give={part(givenOf(props.row))}
          label={t().bars(said(props.row.fairShare), said(givenOf(props.row)))}
        />
      </td>
      <td class="figures">
        <FigureWhy number="giveBack" project={slug()} name={props.row.name}>
          <Known value={props.given} unknown={props.row.giveBackUnknown ?? props.row.ratioUnknown} />
        </FigureWhy>
      </td>
      <td class="figures">
        <FigureWhy number="gap" project={slug()} name={props.row.name}>
          <Known value={props.gap} unknown={props.row.gapUnknown} />
        </FigureWhy>
      </td>
    </tr>
  );
}

/** From so many letters on a name is set smaller on paper. */
const LONG = 30;

function SumLine(props: PrintedFigures & { readonly name: string; readonly line: ReportLine }) {
  return (
    <tr class="report-sum">
      <th scope="row">{props.name}</th>
      <td class="figures">{props.usage}</td>
      <td class="report-bars" />
      <td class="figures">
        <Known value={props.given} unknown={props.line.giveBackUnknown} />
      </td>
      <td class="figures">
        <Known value={props.gap} unknown={props.line.gapUnknown} />
      </td>
    </tr>
  );
}

function TotalLine(props: { readonly line: ReportLine }) {
  const whole = (amount: string | null) => (amount === null ? null : amountFigure(amount));
  return (
    <tr class="ledger-total">
      <th scope="row">{t().all}</th>
      <td class="figures">{footedPercents([props.line.usageShare]).join()}</td>
      <td class="report-bars" />
      <td class="figures">
        <Known value={whole(props.line.giveBack)} unknown={props.line.giveBackUnknown} />
      </td>
      <td class="figures" classList={{ red: Number(props.line.gap) > 0 }}>
        <Known value={whole(props.line.gap)} unknown={props.line.gapUnknown} />
      </td>
    </tr>
  );
}

function Known(props: { readonly value: string | null; readonly unknown: string | undefined }) {
  return <Figure value={props.value} unknown={props.unknown} print={(figure) => figure} short />;
}

/** In whole units that add up; where one is unknown each is rounded for itself, since they add up to nothing known. */
function column(amounts: readonly (string | null)[]): readonly (string | null)[] {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length < amounts.length)
    return amounts.map((amount) => (amount === null ? null : amountFigure(amount)));
  const units = wholeUnits(known);
  return known.map((amount, place) => footedFigure(units[place] ?? "0", amount));
}

function isSomething(tail: ReportLine): boolean {
  return tail.projects > 0 || (tail.giveBack !== null && Number(tail.giveBack) !== 0);
}
