import { contributionKinds, parseContributionKind } from "@headwater/domain/contribution";
import type { GivenTime } from "@headwater/contract/giving";
import { Checkbox, Failure, SectionHead, SelectField } from "@headwater/ui/components";
import { duration, monthName } from "@headwater/ui/format";
import { ChartFigure, StackedBars } from "@headwater/ui/charts";
import { useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import { useNavigate, useSearch } from "@tanstack/solid-router";
import { For, Show } from "solid-js";
import { useScope } from "../../frame/scope.ts";
import { Refusal } from "../../server.ts";
import { kindOf } from "../log/send.ts";
import { kindName } from "../log/texts.ts";
import { GivingHead } from "./GivingHead.tsx";
import { ProjectFilter } from "./ProjectFilter.tsx";
import { contributionsQuery, givenTimeQuery, type TimeFilter } from "./queries.ts";
import { byDay } from "./by-day.ts";
import { t } from "./texts.ts";
import type { TimeSearch } from "./search.ts";
import { TimeLedger } from "./TimeLedger.tsx";

/** The ledger of time: by month, by kind, and its rows. */
export function TimePage() {
  const search = useSearch({ from: "/inside/giving/time" });
  const scope = useScope();
  const filter = (): TimeFilter => {
    const { project, kind, mine } = search();
    return { project, kind, mine, team: scope().unit, basis: scope().basis };
  };
  const totals = useQuery(() => givenTimeQuery(scope().period, filter()));
  const rows = useInfiniteQuery(() => contributionsQuery(totals.data?.period, filter()));
  const again = () => void Promise.all([totals.refetch(), rows.refetch()]);
  const failed = () =>
    [totals.error, rows.error].find(
      (error) => error !== null && !(error instanceof Refusal && error.isSignedOut),
    );
  return (
    <main class="page giving">
      <GivingHead at="time" />
      <TimeFilters search={search()} />
      <Show when={failed()}>
        {(error) => (
          <Failure title={t().notRead} onRetry={again}>
            {error().message}
          </Failure>
        )}
      </Show>
      <Show when={totals.data}>
        {(given) => (
          <div classList={{ "giving-asking": totals.isPlaceholderData }}>
            <Show
              when={given().minutes !== null}
              fallback={
                <section>
                  <SectionHead title={t().byMonth} />
                  <p>{t().hiddenTime}</p>
                  <p class="note">{t().hiddenTimeNote}</p>
                </section>
              }
            >
              <div class="giving-two">
                <TimeByMonth given={given()} />
                <TimeByKind given={given()} />
              </div>
            </Show>
            <TimeLedger
              given={given()}
              rows={byDay(rows.data?.pages.flatMap((page) => page.items) ?? [])}
              read={rows.isSuccess}
              filter={filter()}
              onMore={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined}
            />
          </div>
        )}
      </Show>
    </main>
  );
}

function TimeFilters(props: { readonly search: TimeSearch }) {
  const navigate = useNavigate();
  const change = (part: TimeSearch) => {
    const { project, kind, mine } = props.search;
    void navigate({ to: "/giving/time", search: { project, kind, mine, ...part }, resetScroll: false });
  };
  return (
    <div class="giving-filters not-printed">
      <ProjectFilter project={props.search.project} onChoose={(project) => change({ project })} />
      <SelectField
        label={t().kind}
        name="kind"
        value={props.search.kind ?? ""}
        choices={[
          { value: "", name: t().allKinds },
          ...contributionKinds.map((kind) => ({ value: kind, name: kindName()[kind] })),
        ]}
        onChoose={(kind) => change({ kind: parseContributionKind(kind) ?? undefined })}
      />
      <Checkbox
        label={t().mine}
        checked={props.search.mine === true}
        onChange={(mine) => change({ mine: mine ? true : undefined })}
      />
    </div>
  );
}

function TimeByMonth(props: { readonly given: GivenTime }) {
  const months = () => props.given.byMonth;
  const sum = (month: GivenTime["byMonth"][number]) => month.logged + month.imported + month.estimated;
  const estimated = () => months().reduce((total, month) => total + month.estimated, 0);
  const summary = () => {
    const given = months().filter((month) => sum(month) > 0).length;
    return given === 0
      ? t().nothingByMonth
      : t().timeSummary(
          duration(props.given.minutes ?? 0),
          given,
          estimated() === 0 ? null : duration(estimated()),
        );
  };
  const series = () => [t().series.logged, t().series.imported, t().series.estimated] as const;
  const told = () => months().some((month) => month.imported > 0 || month.estimated > 0);
  return (
    <ChartFigure
      ruled
      title={t().byMonth}
      summary={summary()}
      words={t().chartWords}
      table={{
        columns: [
          { name: t().month },
          ...series().map((name) => ({ name, unit: t().hoursUnit, figures: true })),
        ],
        rows: months().map((month) => [
          monthName(month.month),
          duration(month.logged),
          duration(month.imported),
          duration(month.estimated),
        ]),
      }}
    >
      <StackedBars
        series={told() ? series() : [t().series.logged]}
        columns={months().map((month) => ({
          name: monthName(month.month, "short", true),
          values: told()
            ? [month.logged / 60, month.imported / 60, month.estimated / 60]
            : [month.logged / 60],
        }))}
        axis={t().axisHours}
        label={summary()}
        reading={{
          name: t().readMonths,
          at: (index) => {
            const month = months()[index];
            return month === undefined ? "" : `${monthName(month.month)}: ${duration(sum(month))}`;
          },
        }}
        usualWidth={760}
      />
    </ChartFigure>
  );
}

function TimeByKind(props: { readonly given: GivenTime }) {
  return (
    <Show when={props.given.byKind.length > 0 || props.given.otherKinds > 0}>
      <section>
        <SectionHead title={t().byKind}>{t().hoursUnit}</SectionHead>
        <table class="ledger giving-kinds">
          <tbody>
            <For each={props.given.byKind}>
              {(row) => (
                <tr>
                  <th scope="row">{nameOfKind(row.kind)}</th>
                  <td class="figures">{duration(row.minutes)}</td>
                </tr>
              )}
            </For>
            <Show when={props.given.otherKinds > 0}>
              <tr>
                <th scope="row">{t().otherKinds}</th>
                <td class="figures">{duration(props.given.otherKinds)}</td>
              </tr>
            </Show>
          </tbody>
        </table>
        <Show when={props.given.otherKinds > 0}>
          <p class="note giving-note">{t().otherKindsNote}</p>
        </Show>
      </section>
    </Show>
  );
}

function nameOfKind(kind: string): string {
  const known = kindOf(kind);
  return known === undefined ? kind : kindName()[known];
}
