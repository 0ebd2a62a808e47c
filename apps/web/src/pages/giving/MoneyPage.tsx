import type { GivenMoney } from "@headwater/contract/giving";
import { donationKinds, parseDonationKind } from "@headwater/domain/donation";
import { ChartFigure, StackedBars } from "@headwater/ui/charts";
import { Button, Failure, SelectField } from "@headwater/ui/components";
import { money, monthName } from "@headwater/ui/format";
import { useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import { useNavigate, useSearch } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { useKeys } from "../../frame/keys.ts";
import { useScope } from "../../frame/scope.ts";
import { Refusal } from "../../server.ts";
import { byDay } from "./by-day.ts";
import { DonationForm } from "./DonationForm.tsx";
import { GivingHead } from "./GivingHead.tsx";
import { MoneyLedger } from "./MoneyLedger.tsx";
import { ProjectFilter } from "./ProjectFilter.tsx";
import { donationsQuery, givenMoneyQuery, type MoneyFilter } from "./queries.ts";
import type { MoneySearch } from "./search.ts";
import { donationKindName, t } from "./texts.ts";

/** The ledger of money: by month, its rows, and what has no value yet. */
export function MoneyPage() {
  const search = useSearch({ from: "/inside/giving/money" });
  const scope = useScope();
  const navigate = useNavigate();
  const recording = () => search().record === true;
  const setRecording = (record: boolean) => {
    const { project, kind } = search();
    void navigate({
      to: "/giving/money",
      search: { project, kind, record: record || undefined },
      replace: !record,
      resetScroll: false,
    });
  };
  const filter = (): MoneyFilter => {
    const { project, kind } = search();
    return { project, kind, basis: scope().basis };
  };
  const totals = useQuery(() => givenMoneyQuery(scope().period, filter()));
  const rows = useInfiniteQuery(() => donationsQuery(totals.data?.period, filter()));
  const again = () => void Promise.all([totals.refetch(), rows.refetch()]);
  const failed = () =>
    [totals.error, rows.error].find(
      (error) => error !== null && !(error instanceof Refusal && error.isSignedOut),
    );
  useKeys(() => [{ key: "n", does: t().record, run: () => setRecording(true), onLine: true }]);
  return (
    <main class="page giving">
      <GivingHead at="money" />
      <MoneyFilters search={search()} onRecord={() => setRecording(true)} />
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
            <MoneyByMonth given={given()} />
            <MoneyLedger
              given={given()}
              rows={byDay(rows.data?.pages.flatMap((page) => page.items) ?? [])}
              read={rows.isSuccess}
              filter={filter()}
              onRecord={() => setRecording(true)}
              onMore={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined}
            />
          </div>
        )}
      </Show>
      <Show when={recording()}>
        <DonationForm project={search().project} onClose={() => setRecording(false)} />
      </Show>
    </main>
  );
}

function MoneyFilters(props: { readonly search: MoneySearch; readonly onRecord: () => void }) {
  const navigate = useNavigate();
  const change = (part: MoneySearch) => {
    const { project, kind } = props.search;
    void navigate({ to: "/giving/money", search: { project, kind, ...part }, resetScroll: false });
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
          ...donationKinds.map((kind) => ({ value: kind, name: donationKindName()[kind] })),
        ]}
        onChoose={(kind) => change({ kind: parseDonationKind(kind) ?? undefined })}
      />
      <Button kind="primary" class="giving-record" onClick={() => props.onRecord()}>
        {t().record} <kbd>N</kbd>
      </Button>
    </div>
  );
}

function MoneyByMonth(props: { readonly given: GivenMoney }) {
  const amount = (value: string) => money({ amount: value, currency: props.given.currency });
  const months = () => props.given.byMonth;
  const summary = () =>
    props.given.rows === 0
      ? t().nothingByMonth
      : t().moneySummary(amount(props.given.cash), amount(props.given.eligibleCash));
  const series = () => [t().moneySeries.eligible, t().moneySeries.other, t().moneySeries.inKind] as const;
  const parts = (month: GivenMoney["byMonth"][number]) =>
    [month.eligibleCash, month.otherCash, month.inKind] as const;
  return (
    <ChartFigure
      ruled
      title={t().byMonth}
      summary={summary()}
      words={t().chartWords}
      table={{
        columns: [
          { name: t().month },
          ...series().map((name) => ({ name, unit: props.given.currency, figures: true })),
        ],
        rows: months().map((month) => [monthName(month.month), ...parts(month).map(amount)]),
      }}
    >
      <StackedBars
        series={series()}
        columns={months().map((month) => ({
          name: monthName(month.month, "short", true),
          values: parts(month).map(Number),
        }))}
        axis={t().axisMoney(props.given.currency)}
        label={summary()}
        reading={{
          name: t().readMonths,
          at: (index) => {
            const month = months()[index];
            if (month === undefined) return "";
            const given = parts(month).flatMap((value, part) =>
              Number(value) === 0 ? [] : [`${series()[part] ?? ""} ${amount(value)}`],
            );
            return `${monthName(month.month)}: ${given.length === 0 ? "0" : given.join(", ")}`;
          },
        }}
        usualWidth={1100}
      />
    </ChartFigure>
  );
}
