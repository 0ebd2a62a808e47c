import { isNarrowed, listedProjects } from "@headwater/contract/projects-table";
import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { Button, buttonClass, createLedgerLayout, Failure } from "@headwater/ui/components";
import { clockTime } from "@headwater/ui/format";
import { useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import { Link, useNavigate, useRouter, useSearch } from "@tanstack/solid-router";
import { createEffect, createMemo, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { unwrap } from "solid-js/store";
import { useKeys } from "../../frame/keys.ts";
import { type Scope, useScope } from "../../frame/scope.ts";
import { ratiosQuery, summaryQuery } from "../../queries.ts";
import { Refusal } from "../../server.ts";
import { projectAddress } from "../project/address.ts";
import { answered } from "../project/queries.ts";
import { useWhyKey } from "../why/use-why-key.ts";
import { besideOf } from "./beside.ts";
import { projectColumns } from "./columns.tsx";
import { ConfidenceOf } from "./confidence.tsx";
import { Footnote } from "./Footnote.tsx";
import { NothingMatches } from "./NothingMatches.tsx";
import "./projects.css";
import { ProjectsLedger } from "./ProjectsLedger.tsx";
import { givingMonthsQuery, presenceQuery, usageMonthsQuery } from "./queries.ts";
import { type ProjectsSearch, readProjectsSearch } from "./search.ts";
import { sortName, t } from "./texts.ts";
import { Tools } from "./Tools.tsx";
import { axisEnd, totalsOf, totalsOfAll } from "./totals.ts";
import { Views } from "./Views.tsx";

const Peek = lazy(async () => ({ default: (await import("./Peek.tsx")).Peek }));

/** Only an empty organization needs it here. */
const DropInventories = lazy(async () => ({
  default: (await import("../imports/DropInventories.tsx")).DropInventories,
}));

/** What we take, what we give and the difference, for each upstream project. */
export function ProjectsPage() {
  const search = useSearch({ from: "/inside/projects" });
  const scope = useScope();
  const summary = useQuery(() => summaryQuery(scope()));
  const ratios = useInfiniteQuery(() => ratiosQuery(scope()));

  // The list arrives a thousand rows at a time; order, filter and sums need all of it.
  createEffect(() => {
    if (ratios.hasNextPage && !ratios.isFetchingNextPage && !ratios.isError) void ratios.fetchNextPage();
  });
  // Plain rows: the query's own store would watch each field of ten thousand of them.
  const rows = createMemo(() => unwrap(answered(ratios))?.pages.flatMap((page) => page.items) ?? []);
  const complete = () => ratios.isSuccess && !ratios.hasNextPage;
  // An ended session is no failure: the page leads to the sign-in by itself.
  const failed = () => [ratios.error, summary.error].find((error) => error !== null && !isSignedOut(error));
  const currency = () => answered(ratios)?.pages[0]?.currency ?? "";
  const again = () => void Promise.all([ratios.refetch(), summary.refetch()]);

  const navigate = useNavigate();
  const router = useRouter();
  const look = (peek: string | undefined) =>
    navigate({
      to: "/projects",
      search: readProjectsSearch({ ...search(), peek }),
      replace: true,
      resetScroll: false,
    });
  const looked = createMemo(() => {
    const { peek } = search();
    return peek === undefined ? undefined : rows().find((row) => row.project === peek);
  });
  const close = () => {
    const { peek } = search();
    const row = peek === undefined ? null : router.buildLocation(projectAddress(peek)).pathname;
    void look(undefined).then(() => focusLinkTo(row));
  };
  useWhyKey(() => {
    const { peek } = search();
    return peek === undefined ? { number: "giveBackOfTarget" } : { number: "gap", project: peek };
  });
  useKeys(() => (looked() === undefined ? [] : [{ key: "Escape", does: t().close, run: close }]));

  return (
    <div classList={{ "with-peek": looked() !== undefined }}>
      <main class="page page-wide">
        <Switch>
          <Match when={failed() !== undefined && rows().length === 0}>
            <Failure title={t().notRead} onRetry={again}>
              {failed()?.message}
            </Failure>
          </Match>
          <Match when={complete() && rows().length === 0}>
            <NothingYet />
          </Match>
          <Match when={true}>
            <Show when={failed()}>
              {(error) => <Stale since={ratios.dataUpdatedAt} cause={error().message} onRetry={again} />}
            </Show>
            <Projects
              search={search()}
              scope={scope()}
              rows={rows()}
              complete={complete()}
              currency={currency()}
              summary={answered(summary) ?? null}
              onPeek={(row) => void look(row.project === search().peek ? undefined : row.project)}
            />
          </Match>
        </Switch>
      </main>
      <Suspense>
        <Show when={looked()}>{(row) => <Peek row={row()} currency={currency()} onClose={close} />}</Show>
      </Suspense>
    </div>
  );
}

/**
 * Where the eye was before, the keyboard goes on. Addresses are compared as they are read, because the colon of
 * `pkg:npm/react` is spelled in two ways.
 */
function focusLinkTo(path: string | null): void {
  if (path === null) return;
  const links = document.querySelectorAll<HTMLAnchorElement>("a.ledger-open");
  const opener = [...links].find((link) => decodeURIComponent(link.pathname) === decodeURIComponent(path));
  opener?.focus({ preventScroll: true });
}

function isSignedOut(error: Error): boolean {
  return error instanceof Refusal && error.isSignedOut;
}

/** The server is gone while figures are shown: they stay, with their time, until it is back. */
function Stale(props: { readonly since: number; readonly cause: string; readonly onRetry: () => void }) {
  return (
    <div class="stale not-printed" role="alert">
      <span>{`${t().staleSince(clockTime(props.since))} ${props.cause}`}</span>
      <Button kind="quiet" size="small" onClick={() => props.onRetry()}>
        {t().tryAgain}
      </Button>
    </div>
  );
}

interface ProjectsProps {
  readonly search: ProjectsSearch;
  readonly scope: Scope;
  readonly rows: readonly RatioRow[];
  /** Every row has arrived. */
  readonly complete: boolean;
  readonly currency: string;
  readonly summary: Summary | null;
  readonly onPeek: (row: RatioRow) => void;
}

function Projects(props: ProjectsProps) {
  const [layout, setLayout] = createLedgerLayout("projects");
  const presence = useQuery(() => presenceQuery(props.scope));
  const giving = useQuery(() => givingMonthsQuery(props.scope));
  const usage = useQuery(() => usageMonthsQuery(props.scope, layout().shown["trend"] === true));
  const beside = createMemo(() =>
    besideOf(
      unwrap(answered(presence)) ?? null,
      unwrap(answered(giving)) ?? null,
      unwrap(answered(usage)) ?? null,
    ),
  );
  const narrowed = () => isNarrowed(props.search);
  const shown = createMemo(() => listedProjects(props.rows, props.search, beside().standing));
  // A list of one ecosystem is narrowed too, and the company's sums are of all.
  const isPart = () => narrowed() || props.scope.ecosystem !== undefined;
  const tail = () =>
    narrowed() || props.search.tail === "shown" || props.scope.ecosystem !== undefined
      ? null
      : (props.summary?.tail ?? null);
  const totals = createMemo(() => {
    if (!props.complete) return null;
    if (isPart()) return totalsOf(shown());
    return props.summary === null ? null : totalsOfAll(props.summary, props.rows);
  });
  const axis = createMemo(() => axisEnd(shown()));
  const columns = createMemo(() => projectColumns({ currency: props.currency, axis: axis(), beside }));
  return (
    <section aria-labelledby="projects-title">
      <div class="projects-head">
        <h1 id="projects-title">{t().title}</h1>
        <p class="byline" aria-live="polite">
          <Show when={narrowed()} fallback={counted(props.rows)}>
            {t().shownOf(shown().length, props.rows.length)}
          </Show>
          {` · ${t().rankedBy(sortName(props.search.sort ?? "gap"))}`}
          <Show when={!props.complete}>{` · ${t().readingRest}`}</Show>
        </p>
        <div class="projects-links not-printed">
          <Views />
          <Exports search={props.search} scope={props.scope} />
        </div>
      </div>
      <Tools
        search={props.search}
        beside={beside()}
        columns={columns()}
        layout={layout()}
        onLayout={setLayout}
      />
      <Show
        when={shown().length > 0 || (tail()?.projects ?? 0) > 0 || !props.complete}
        fallback={<NothingMatches search={props.search} beside={beside()} rows={props.rows.length} />}
      >
        <ProjectsLedger
          rows={shown()}
          search={props.search}
          columns={columns()}
          layout={layout()}
          onLayout={setLayout}
          beside={beside()}
          totals={totals()}
          all={props.rows.length}
          tail={tail()}
          waiting={props.rows.length === 0}
          onPeek={(row) => props.onPeek(row)}
        />
      </Show>
      <p class="note projects-signs">{`${t().estimatedNote} ${t().ticksNote}`}</p>
      <Foot summary={props.summary} />
    </section>
  );
}

/** What no row shows, how much of the picture we see, and the way to see more. */
function Foot(props: { readonly summary: Summary | null }) {
  return (
    <>
      <Show when={props.summary}>
        {(summary) => (
          <>
            <Footnote summary={summary()} />
            <ConfidenceOf confidence={summary().confidence} />
          </>
        )}
      </Show>
      <p class="not-printed">
        <Link to="/imports" class={buttonClass("normal", "small")}>
          {t().importFiles}
        </Link>
      </p>
    </>
  );
}

/** What is seen as a file, made by the server with the same filters in the same order. */
function Exports(props: { readonly search: ProjectsSearch; readonly scope: Scope }) {
  const address = (format: string) => {
    const { group: _, peek: __, ...view } = props.search;
    const { period, unit: team, ecosystem, basis } = props.scope;
    const asked = Object.entries({ format, period, team, ecosystem, basis, ...view });
    const query = asked.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
    );
    return `/api/v1/ratios/table?${new URLSearchParams(query).toString()}`;
  };
  return (
    <>
      <a class="link" href={address("csv")} download="">
        {t().asCsv}
      </a>
      <a class="link" href={address("xlsx")} download="">
        {t().asXlsx}
      </a>
    </>
  );
}

/** `354 used · 25 received something · 2 beyond our inventory`. */
function counted(rows: readonly RatioRow[]): string {
  const beyond = rows.filter((row) => row.beyondInventory).length;
  const received = rows.filter((row) => Number(row.giveBack) > 0).length;
  const parts = [t().used(rows.length - beyond), t().received(received)];
  if (beyond > 0) parts.push(t().beyond(beyond));
  return parts.join(" · ");
}

function NothingYet() {
  return (
    <div class="empty-page">
      <h1>{t().nothingTitle}</h1>
      <p class="lede empty-lede">{t().nothingLede}</p>
      <DropInventories />
    </div>
  );
}
