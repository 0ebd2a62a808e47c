import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { Button, buttonClass, ConfidenceStrip, Failure } from "@headwater/ui/components";
import { clockTime } from "@headwater/ui/format";
import { useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import { Link, useNavigate, useSearch } from "@tanstack/solid-router";
import { createEffect, createMemo, lazy, Match, Show, Switch } from "solid-js";
import { unwrap } from "solid-js/store";
import { useScope } from "../../frame/scope.ts";
import { ratiosQuery, summaryQuery } from "../../queries.ts";
import { Refusal } from "../../server.ts";
import { measuresOf } from "./confidence.ts";
import { Filter, NothingMatches } from "./Filter.tsx";
import { Footnote } from "./Footnote.tsx";
import { Headline } from "./Headline.tsx";
import { shownRows } from "./order.ts";
import { ProjectsTable, WaitingTable } from "./ProjectsTable.tsx";
import "./projects.css";
import { Peek } from "./Peek.tsx";
import { type ProjectsSearch, readProjectsSearch } from "./search.ts";
import { t } from "./texts.ts";
import { axisEnd, totalsOf, totalsOfAll } from "./totals.ts";

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
  const rows = createMemo(() => unwrap(ratios.data)?.pages.flatMap((page) => page.items) ?? []);
  const complete = () => ratios.isSuccess && !ratios.hasNextPage;
  // An ended session is no failure: the page leads to the sign-in by itself.
  const failed = () => [ratios.error, summary.error].find((error) => error !== null && !isSignedOut(error));
  const currency = () => ratios.data?.pages[0]?.currency ?? "";

  const navigate = useNavigate();
  const look = (at: Pick<ProjectsSearch, "project" | "why">) =>
    navigate({
      to: "/projects",
      search: readProjectsSearch({ ...search(), project: undefined, why: undefined, ...at }),
      resetScroll: false,
    });
  const looked = createMemo(() => {
    const { project } = search();
    return project === undefined ? undefined : rows().find((row) => row.project === project);
  });
  const open = (row: RatioRow) => void look(row.project === undefined ? {} : { project: row.project });
  const close = () => {
    const { project } = search();
    void look({}).then(() => focusRowOf(project ?? ""));
  };
  const again = () => void Promise.all([ratios.refetch(), summary.refetch()]);

  return (
    <div classList={{ "with-peek": looked() !== undefined }}>
      <main class="page">
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
            <Headline summary={summary.data ?? null} rows={complete() ? rows() : null} />
            <Show when={summary.data}>
              {(figures) => <ConfidenceStrip measures={measuresOf(figures().confidence)} />}
            </Show>
            <Projects
              search={search()}
              rows={rows()}
              complete={complete()}
              currency={currency()}
              summary={summary.data ?? null}
              onOpen={open}
            />
          </Match>
        </Switch>
      </main>
      <Show when={looked()}>
        {(row) => <Peek row={row()} search={search()} currency={currency()} onClose={close} />}
      </Show>
    </div>
  );
}

/** Where the eye was before, the keyboard goes on. */
function focusRowOf(project: string): void {
  const opener = document.querySelector(`.c-name[title="${CSS.escape(project)}"] .row-open`);
  if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
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
  readonly rows: readonly RatioRow[];
  /** Every row has arrived. */
  readonly complete: boolean;
  readonly currency: string;
  readonly summary: Summary | null;
  readonly onOpen: (row: RatioRow) => void;
}

function Projects(props: ProjectsProps) {
  const filtered = () => (props.search.q ?? "").trim() !== "";
  const shown = createMemo(() => shownRows(props.rows, props.search, props.search.tail === "shown"));
  const tail = () => (filtered() || props.search.tail === "shown" ? null : (props.summary?.tail ?? null));
  const totals = () => {
    if (!props.complete) return null;
    if (filtered()) return totalsOf(shown());
    return props.summary === null ? null : totalsOfAll(props.summary, props.rows);
  };
  // Each row reads it: it must be worked out once, not once a row.
  const axis = createMemo(() => axisEnd(props.rows));
  return (
    <section class="projects" aria-labelledby="projects-title">
      <div class="projects-head">
        <h2 id="projects-title">{t().title}</h2>
        <p class="byline" aria-live="polite">
          <Show when={filtered()} fallback={counted(props.rows)}>
            {t().shownOf(shown().length, props.rows.length)}
          </Show>
          <Show when={!props.complete}>{` · ${t().readingRest}`}</Show>
        </p>
        <div class="projects-tools">
          <Filter search={props.search} />
          <Link to="/imports" class={`${buttonClass("normal", "small")} not-printed`}>
            {t().importFiles}
          </Link>
        </div>
      </div>
      <Show when={props.rows.length > 0} fallback={<WaitingTable />}>
        <Show
          when={shown().length > 0 || (tail()?.projects ?? 0) > 0}
          fallback={<NothingMatches search={props.search} rows={props.rows.length} />}
        >
          <ProjectsTable
            rows={shown()}
            search={props.search}
            totals={totals()}
            all={props.rows.length}
            tail={tail()}
            axis={axis()}
            currency={props.currency}
            onOpen={(row) => props.onOpen(row)}
          />
        </Show>
      </Show>
      <Show when={props.summary}>{(summary) => <Footnote summary={summary()} />}</Show>
    </section>
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
