import { todayIn } from "@headwater/domain/period";
import { AfterAWhile, Button, Failure, Skeleton } from "@headwater/ui/components";
import { clockTime, longDayName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { lazy, Match, Show, Switch } from "solid-js";
import { useScope } from "../../frame/scope.ts";
import { organizationQuery, summaryQuery } from "../../queries.ts";
import { Refusal } from "../../server.ts";
import { ConfidenceOf } from "../projects/confidence.tsx";
import { FourFigures } from "./FourFigures.tsx";
import { Gaps } from "./Gaps.tsx";
import "./home.css";
import { Needs } from "./Needs.tsx";
import { largestGapsQuery, needsQuery, trendQuery } from "./queries.ts";
import { Sentence } from "./Sentence.tsx";
import { t } from "./texts.ts";
import { useWhyKey } from "../why/use-why-key.ts";

/** Only an empty organization needs it here. */
const DropInventories = lazy(async () => ({
  default: (await import("../imports/DropInventories.tsx")).DropInventories,
}));

/** Where we stand, in one sentence, four figures, the five largest gaps and what needs whoever looks. */
export function HomePage() {
  const scope = useScope();
  const organization = useQuery(() => organizationQuery);
  const summary = useQuery(() => summaryQuery(scope()));
  const trend = useQuery(() => trendQuery(scope()));
  const gaps = useQuery(() => largestGapsQuery(scope()));
  const needs = useQuery(() => needsQuery);
  // Read only once they are here: a figure that is waited for must not hold back the others.
  const figures = () => (summary.isPending ? null : (summary.data ?? null));
  const shownTrend = () => (trend.isPending ? null : (trend.data ?? null));
  const shownGaps = () => (gaps.isPending ? null : (gaps.data ?? null));
  const shownNeeds = () => (needs.isPending ? null : (needs.data?.items ?? null));
  const today = () => todayIn(organization.isSuccess ? organization.data.timeZone : "UTC", Date.now());
  // An ended session is no failure: the page leads to the sign-in by itself.
  const failed = () =>
    [summary.error, gaps.error, needs.error].find((error) => error !== null && !isSignedOut(error));
  const again = () => void Promise.all([summary.refetch(), gaps.refetch(), trend.refetch(), needs.refetch()]);
  const isEmpty = () => figures()?.products === 0 && figures()?.projects === 0;
  useWhyKey(() => (figures() !== null && !isEmpty() ? { number: "giveBackOfTarget" } : null));

  return (
    <main class="page">
      <p class="byline home-day">{organization.isSuccess ? longDayName(today()) : ""}</p>
      <Switch>
        <Match when={failed() !== undefined && figures() === null}>
          <Failure title={t().notRead} onRetry={again}>
            {failed()?.message}
          </Failure>
        </Match>
        <Match when={isEmpty()}>
          <NothingYet mayImport={(shownNeeds() ?? []).some(({ kind }) => kind === "first-file")} />
          <Needs needs={shownNeeds()?.filter(({ kind }) => kind !== "first-file") ?? null} />
        </Match>
        <Match when={true}>
          <Show when={failed()}>
            {(error) => <Stale since={summary.dataUpdatedAt} cause={error().message} onRetry={again} />}
          </Show>
          <Show when={figures()} fallback={<Waiting />}>
            {(shown) => (
              <>
                <Sentence summary={shown()} />
                <FourFigures summary={shown()} trend={shownTrend()} against="before" />
                <ConfidenceOf confidence={shown().confidence} />
              </>
            )}
          </Show>
          <div class="home-columns">
            <Gaps summary={figures()} gaps={shownGaps()} isYear={scope().period === "ttm"} />
            <Needs needs={shownNeeds()} />
          </div>
        </Match>
      </Switch>
    </main>
  );
}

/** As high as what comes, so that nothing moves when it is there. */
function Waiting() {
  return (
    <div class="home-wait">
      <AfterAWhile>
        <Skeleton as="sentence" />
        <Skeleton as="sentence" />
      </AfterAWhile>
    </div>
  );
}

function NothingYet(props: { readonly mayImport: boolean }) {
  return (
    <div class="home-empty">
      <h1>{t().nothingTitle}</h1>
      <Show when={props.mayImport} fallback={<p class="lede">{t().nothingElse}</p>}>
        <p class="lede">{t().nothingLede}</p>
        <DropInventories />
      </Show>
    </div>
  );
}

/** The server is gone while figures are shown: they stay, with their time, until it is back. */
function Stale(props: { readonly since: number; readonly cause: string; readonly onRetry: () => void }) {
  return (
    <div class="home-stale not-printed" role="alert">
      <span>{`${t().staleSince(clockTime(props.since))} ${props.cause}`}</span>
      <Button kind="quiet" size="small" onClick={() => props.onRetry()}>
        {t().tryAgain}
      </Button>
    </div>
  );
}

function isSignedOut(error: Error): boolean {
  return error instanceof Refusal && error.isSignedOut;
}
