import { givenOf } from "@headwater/contract/projects-table";
import type { RatioRow, Ratios, Summary } from "@headwater/contract/ratios";
import { ChartFigure, type ChartTable, PairedBars, type PairedRow } from "@headwater/ui/charts";
import { AfterAWhile, buttonClass, Empty, SectionHead, Skeleton } from "@headwater/ui/components";
import { amountFigure, percent, percentFigure } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { For, Match, Switch } from "solid-js";
import { Go } from "./Go.tsx";
import { NeedLink } from "./NeedLink.tsx";
import { t } from "./texts.ts";

interface GapsProps {
  readonly summary: Summary | null;
  readonly gaps: Ratios | null;
  /** The period is the last twelve months. */
  readonly isYear: boolean;
}

/** The projects to which most is missing, each with the one thing that can be done about it. */
export function Gaps(props: GapsProps) {
  const rows = () => (props.gaps?.items ?? []).filter((row) => Number(row.gap) > 0);
  const needsTarget = () => props.summary?.targetUnknown !== undefined;
  return (
    <section class="home-gaps" aria-labelledby="gaps-title">
      <Switch>
        <Match when={props.gaps === null || props.summary === null}>
          <SectionHead title={t().gaps(5)} id="gaps-title" />
          <div class="home-gaps-wait">
            <AfterAWhile>
              <Skeleton as="sentence" />
            </AfterAWhile>
          </div>
        </Match>
        <Match when={rows().length > 0}>
          <Chart {...props} rows={rows()} />
        </Match>
        <Match when={needsTarget()}>
          <Empty title={t().noTargetTitle} sentence={t().noTargetSentence}>
            <NeedLink kind="missing-target" class={buttonClass("primary")}>
              {t().setTarget}
            </NeedLink>
            <Link to="/projects" class={buttonClass("quiet")}>
              {t().seeProjects}
            </Link>
          </Empty>
        </Match>
        <Match when={true}>
          <Empty title={t().noGaps} sentence={t().noGapsSentence}>
            <Link to="/projects" class={buttonClass("quiet")}>
              {t().seeProjects}
            </Link>
          </Empty>
        </Match>
      </Switch>
    </section>
  );
}

function Chart(props: GapsProps & { readonly rows: readonly RatioRow[] }) {
  const currency = () => props.gaps?.currency ?? "";
  return (
    <>
      <ChartFigure
        title={t().gaps(props.rows.length)}
        ruled
        summary={summaryOf(props.rows, props.summary?.gap ?? null)}
        note={t().gapsNote}
        table={tableOf(props.rows, currency())}
        words={{ table: t().table, chart: t().chart, unknown: t().unknown }}
        aside={
          <>
            {props.isYear ? t().gapsOverTwelve(currency()) : t().gapsOf(currency())} ·{" "}
            <Link to="/projects" class="link">
              {t().allProjects(props.gaps?.total ?? 0)}
            </Link>
          </>
        }
      >
        <div class="home-gaps-chart">
          <PairedBars
            rows={props.rows.map(pairedRow)}
            label={t().gapsLabel(
              props.rows[0]?.name ?? "",
              figure(props.rows[0]?.gap ?? null),
              props.rows.length,
            )}
            words={{ fair: t().fair, given: t().given, gap: t().gap, unknown: t().unknown }}
            reading={{ name: t().readGaps, at: (index) => readAloud(props.rows[index]) }}
          />
          <ul class="home-gaps-actions not-printed">
            <For each={props.rows}>{(row) => <Action row={row} />}</For>
          </ul>
        </div>
      </ChartFigure>
    </>
  );
}

/** Where a way to pay is known, it leads there; else to what is known of the project. */
function Action(props: { readonly row: RatioRow }) {
  return (
    <li>
      <span class="home-action-name">{props.row.name}</span>
      <Go to={`/projects?peek=${encodeURIComponent(props.row.project ?? props.row.id)}`} class="link">
        {props.row.channels.length > 0 ? t().waysToPay(props.row.channels.length) : t().giveTime}
        <span class="said">{t().actionFor(props.row.name)}</span>
      </Go>
    </li>
  );
}

function pairedRow(row: RatioRow): PairedRow {
  const units = (amount: string | null) => (amount === null ? null : Number(amount));
  return {
    name: row.name,
    note: t().ofUsage(percent(row.usageShare ?? 0, 1)),
    fair: units(row.fairShare),
    given: units(givenOf(row)),
    gap: units(row.gap),
  };
}

function summaryOf(rows: readonly RatioRow[], allGaps: string | null): string {
  const usage = percent(
    rows.reduce((sum, row) => sum + (row.usageShare ?? 0), 0),
    1,
  );
  const gap = rows.reduce((sum, row) => sum + Number(row.gap), 0);
  const all = Number(allGaps);
  return all > 0
    ? t().gapsSummary(rows.length, usage, percent(gap / all))
    : t().gapsUsage(rows.length, usage);
}

function tableOf(rows: readonly RatioRow[], currency: string): ChartTable {
  const amount = (value: string | null) => (value === null ? null : amountFigure(value));
  return {
    columns: [
      { name: t().project },
      { name: t().usage, unit: "%", figures: true },
      { name: t().fair, unit: currency, figures: true },
      { name: t().given, unit: currency, figures: true },
      { name: t().gap, unit: currency, figures: true },
    ],
    rows: rows.map((row) => [
      row.name,
      row.usageShare === null ? null : percentFigure(row.usageShare),
      amount(row.fairShare),
      amount(givenOf(row)),
      amount(row.gap),
    ]),
  };
}

function readAloud(row: RatioRow | undefined): string {
  if (row === undefined) return "";
  return t().gapRead(row.name, figure(row.fairShare), figure(givenOf(row)), figure(row.gap));
}

function figure(amount: string | null): string {
  return amount === null ? t().unknown : amountFigure(amount);
}
