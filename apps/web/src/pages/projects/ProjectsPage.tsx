import { Button, buttonClass, ConfidenceStrip, Empty, Failure, Icon } from "@headwater/ui/components";
import { count, money, unknownReason } from "@headwater/ui/format";
import { useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import { Link, useNavigate, useSearch } from "@tanstack/solid-router";
import { createEffect, createMemo, lazy, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import { unwrap } from "solid-js/store";
import { ratiosQuery, summaryQuery } from "../../queries.ts";
import { measuresOf } from "./confidence.ts";
import { Headline } from "./Headline.tsx";
import { shownRows } from "./order.ts";
import { ProjectsTable, WaitingTable } from "./ProjectsTable.tsx";
import "./projects.css";
import { type ProjectsSearch, readProjectsSearch } from "./search.ts";
import { axisEnd, totalsOf } from "./totals.ts";

/** Only an empty organization needs it here. */
const DropInventories = lazy(async () => ({
  default: (await import("../imports/DropInventories.tsx")).DropInventories,
}));

/** What we take, what we give and the difference, for each upstream project. */
export function ProjectsPage() {
  const search = useSearch({ from: "/inside/projects" });
  const period = () => search().period ?? "ttm";
  const summary = useQuery(() => summaryQuery(period()));
  const ratios = useInfiniteQuery(() => ratiosQuery(period()));

  // The list arrives a thousand rows at a time; order, filter and sums need all of it.
  createEffect(() => {
    if (ratios.hasNextPage && !ratios.isFetchingNextPage && !ratios.isError) void ratios.fetchNextPage();
  });
  // Plain rows: the query's own store would watch each field of ten thousand of them.
  const rows = createMemo(() => unwrap(ratios.data)?.pages.flatMap((page) => page.items) ?? []);
  const complete = () => ratios.isSuccess && !ratios.hasNextPage;
  const failed = () => ratios.error ?? summary.error;
  const again = () => void Promise.all([ratios.refetch(), summary.refetch()]);

  return (
    <main class="page">
      <Switch>
        <Match when={failed() !== null && rows().length === 0}>
          <Failure title="The projects could not be read" onRetry={again}>
            {failed()?.message}
          </Failure>
        </Match>
        <Match when={complete() && rows().length === 0}>
          <NothingYet />
        </Match>
        <Match when={true}>
          <Headline summary={summary.data ?? null} rows={complete() ? rows() : null} />
          <Show when={summary.data}>
            {(figures) => <ConfidenceStrip measures={measuresOf(figures().confidence)} />}
          </Show>
          <Projects
            search={search()}
            rows={rows()}
            complete={complete()}
            currency={ratios.data?.pages[0]?.currency ?? ""}
            summary={summary.data ?? null}
          />
        </Match>
      </Switch>
    </main>
  );
}

type ProjectsProps = {
  readonly search: ProjectsSearch;
  readonly rows: Parameters<typeof shownRows>[0];
  readonly complete: boolean;
  readonly currency: string;
  readonly summary: Parameters<typeof Headline>[0]["summary"];
};

function Projects(props: ProjectsProps) {
  const filtered = () => (props.search.q ?? "").trim() !== "";
  const shown = createMemo(() => shownRows(props.rows, props.search, props.search.tail === "shown"));
  const tail = () => (filtered() || props.search.tail === "shown" ? null : (props.summary?.tail ?? null));
  const totals = createMemo(() => totalsOf(shown(), tail()));
  // Each row reads it: it must be worked out once, not once a row.
  const axis = createMemo(() => axisEnd(props.rows));
  const received = () =>
    props.rows.filter((row) => row.giveBack.value !== null && Number(row.giveBack.value.amount) > 0).length;
  return (
    <section class="projects" aria-labelledby="projects-title">
      <div class="projects-head">
        <h2 id="projects-title">Projects</h2>
        <p class="byline" aria-live="polite">
          <Show
            when={filtered()}
            fallback={`${count(props.rows.length)} used · ${count(received())} received something`}
          >
            {`${count(shown().length)} of ${count(props.rows.length)} shown`}
          </Show>
          <Show when={!props.complete}>{" · reading the rest"}</Show>
        </p>
        <div class="projects-tools">
          <Filter search={props.search} />
          <Link to="/imports" class={`${buttonClass("normal", "small")} not-printed`}>
            Import files
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
            totals={props.complete ? totals() : null}
            all={props.rows.length}
            tail={tail()}
            axis={axis()}
            currency={props.currency}
          />
        </Show>
      </Show>
      <Show when={props.summary}>
        {(summary) => <Footnote summary={summary()} unknown={totals().unknownGiveBack} />}
      </Show>
    </section>
  );
}

/** `/` puts the caret here; Escape empties it. */
function Filter(props: { readonly search: ProjectsSearch }) {
  const navigate = useNavigate();
  let field!: HTMLInputElement;
  const sift = (q: string) =>
    void navigate({
      to: "/projects",
      search: readProjectsSearch({ ...props.search, q }),
      replace: true,
      resetScroll: false,
    });
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.focus();
    };
    document.addEventListener("keydown", onKey);
    onCleanup(() => document.removeEventListener("keydown", onKey));
  });
  return (
    <label class="filter not-printed">
      <Icon name="search" />
      <input
        ref={(input) => {
          field = input;
        }}
        type="search"
        aria-label="Filter projects by name"
        placeholder="Filter"
        value={props.search.q ?? ""}
        onInput={(event) => sift(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") sift("");
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

function NothingMatches(props: { readonly search: ProjectsSearch; readonly rows: number }) {
  const navigate = useNavigate();
  const clear = () =>
    void navigate({ to: "/projects", search: readProjectsSearch({ ...props.search, q: "" }), replace: true });
  return (
    <Empty
      title="No project matches this filter"
      sentence={
        <>
          {`${count(props.rows)} are hidden by `}
          <b class="strong">{`name ${props.search.q ?? ""}`}</b>.
        </>
      }
    >
      <Button onClick={clear}>
        Clear the filter <kbd>Esc</kbd>
      </Button>
    </Empty>
  );
}

/** Where money is that no row shows. */
function Footnote(props: {
  readonly summary: NonNullable<ProjectsProps["summary"]>;
  readonly unknown: number;
}) {
  const pooled = () => props.summary.pooled.value;
  return (
    <p class="note projects-footnote">
      <Show when={pooled() !== null && Number(pooled()?.amount ?? 0) !== 0 ? pooled() : null}>
        {(sum) => (
          <>{`Pooled memberships of ${money(sum())} belong to no project and are not in this table. `}</>
        )}
      </Show>
      <Show when={props.summary.target.value === null}>
        {`Fair share and gap are unknown (${unknownReason(props.summary.target.reason)}): set what we mean to give in a year to see them. `}
      </Show>
      <Show
        when={props.unknown > 0}
      >{`The give-back of ${count(props.unknown)} is unknown and in no sum. `}</Show>
      Provisional: nobody has confirmed yet which project the package belongs to.
    </p>
  );
}

function NothingYet() {
  return (
    <div class="empty-page">
      <h1>Nothing is imported yet</h1>
      <p class="lede empty-lede">
        Give Headwater one lockfile or SBOM, and see in a minute whom you stand on.
      </p>
      <DropInventories />
    </div>
  );
}
