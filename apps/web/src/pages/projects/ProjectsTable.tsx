import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { AfterAWhile, ColumnHead, Skeleton, Spanner } from "@headwater/ui/components";
import { amountFigure, axisFigure, count, duration, percentFigure } from "@headwater/ui/format";
import { Link, useNavigate } from "@tanstack/solid-router";
import { For, type JSX, Show } from "solid-js";
import { holds } from "../../frame/media.ts";
import { Amount } from "./Figure.tsx";
import { ProjectRow } from "./ProjectRow.tsx";
import { type ProjectsSearch, readProjectsSearch, type SortKey } from "./search.ts";
import type { Totals } from "./totals.ts";
import { VirtualRows } from "./VirtualRows.tsx";

interface ProjectsTableProps {
  readonly rows: readonly RatioRow[];
  readonly search: ProjectsSearch;
  /** Null until every row has arrived: a sum of a part would only look like one. */
  readonly totals: Totals | null;
  readonly all: number;
  /** Null where its projects have rows of their own. */
  readonly tail: Tail | null;
  /** Where the bars' axis ends, in whole units of the currency. */
  readonly axis: number;
  readonly currency: string;
}

type Tail = Summary["tail"];

const COLUMNS = 11;

/** The head and the foot count as rows for a screen reader. */
const HEAD_ROWS = 2;

export function ProjectsTable(props: ProjectsTableProps) {
  return (
    <table
      class="ledger projects-table"
      aria-rowcount={props.rows.length + HEAD_ROWS + 1}
      aria-labelledby="projects-title"
    >
      <Columns />
      <Head search={props.search} currency={props.currency} axis={props.axis} />
      <VirtualRows
        rows={props.rows}
        columns={COLUMNS}
        line={(line) => <ProjectRow row={line.row} axis={props.axis} rowIndex={line.index + HEAD_ROWS + 1} />}
      />
      <tfoot>
        <Show when={props.tail !== null && props.tail.projects > 0 ? props.tail : null}>
          {(tail) => <TailRow tail={tail()} search={props.search} />}
        </Show>
        <TotalRow totals={props.totals} all={props.all} />
      </tfoot>
    </table>
  );
}

/** The head stands, still lines wait at the edges of the figures. */
export function WaitingTable() {
  return (
    <AfterAWhile>
      <table class="ledger projects-table" aria-busy="true" aria-labelledby="projects-title">
        <Columns />
        <Head search={{}} currency="" axis={0} />
        <tbody>
          <For each={[1, 2, 3, 4, 5, 6]}>
            {() => (
              <tr>
                <th scope="row">
                  <Skeleton as="name" />
                </th>
                <For
                  each={[
                    "reach",
                    "usage",
                    "time",
                    "cash",
                    "given",
                    "bars",
                    "gap",
                    "ratio",
                    "word",
                    "channels",
                  ]}
                >
                  {(column) => (
                    <td class={`figures c-${column}`}>
                      <Skeleton as="figure" />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </AfterAWhile>
  );
}

function Columns() {
  return (
    <colgroup>
      <For
        each={["name", "reach", "usage", "time", "cash", "given", "bars", "gap", "ratio", "word", "channels"]}
      >
        {(column) => <col class={`w-${column} c-${column}`} />}
      </For>
    </colgroup>
  );
}

function Head(props: { readonly search: ProjectsSearch; readonly currency: string; readonly axis: number }) {
  const head = (key: SortKey, name: string, unit: JSX.Element) => (
    <SortHead search={props.search} by={key} name={name} unit={unit} />
  );
  // Below this width the reach goes (projects.css), and its spanner covers one column less.
  const narrow = holds("(max-width: 1180px)");
  return (
    <thead>
      <tr class="spanners">
        <td />
        <Spanner columns={narrow() ? 1 : 2} class="s-take">
          What we take
        </Spanner>
        <Spanner columns={3} class="s-give">
          What we give
        </Spanner>
        <Spanner columns={4} class="s-difference">
          The difference
        </Spanner>
        <td class="c-channels" />
      </tr>
      <tr>
        {head("name", "Project", "")}
        {head("reach", "Reach", "%")}
        {head("usage", "Usage", "%")}
        {head("time", "Time", "h:mm")}
        {head("cash", "Cash", props.currency)}
        {head("given", "Given", props.currency)}
        <ColumnHead
          class="c-bars"
          name={
            <>
              <i class="key key-use" /> fair share <i class="key key-give" /> given
            </>
          }
          unit={props.axis === 0 ? "" : `0 to ${axisFigure(props.axis)} ${props.currency}`}
        />
        {head("gap", "Gap", props.currency)}
        {head("ratio", "Ratio", "give ÷ use")}
        <ColumnHead class="c-word" name="Of our fair share" unit="in words" />
        {head("channels", "Channels", "known")}
      </tr>
    </thead>
  );
}

function SortHead(props: {
  readonly search: ProjectsSearch;
  readonly by: SortKey;
  readonly name: string;
  readonly unit: JSX.Element;
}) {
  const navigate = useNavigate();
  const sorted = () => (props.search.sort ?? "gap") === props.by;
  const reversed = () => props.search.order === "reversed";
  const sort = () => {
    const order = sorted() && !reversed() ? "reversed" : undefined;
    void navigate({
      to: "/projects",
      search: readProjectsSearch({ ...props.search, sort: props.by, order }),
      resetScroll: false,
    });
  };
  const direction = () => (reversed() === (props.by === "name") ? "descending" : "ascending");
  return (
    <ColumnHead
      class={`c-${props.by}`}
      figures={props.by !== "name"}
      name={props.name}
      unit={props.unit}
      onSort={sort}
      sorted={sorted() ? direction() : undefined}
    />
  );
}

/** Nobody can send three thousand payments of four dollars: the tail is one line with its own share and gap. */
function TailRow(props: { readonly tail: Tail; readonly search: ProjectsSearch }) {
  return (
    <tr class="ledger-tail">
      <th scope="row" class="c-name">
        <span class="strong">Long tail</span> {count(props.tail.projects)}{" "}
        <Link
          to="/projects"
          search={readProjectsSearch({ ...props.search, tail: "shown" })}
          resetScroll={false}
          class="link not-printed"
        >
          show each
        </Link>
      </th>
      <td class="figures c-reach" />
      <td class="figures c-usage">{percentFigure(props.tail.usageShare)}</td>
      <td class="c-time" />
      <td class="c-cash" />
      <td class="figures c-given">{amountFigure(props.tail.giveBack)}</td>
      <td class="c-bars">
        <Show when={props.tail.fairShare}>{(share) => `fair share ${amountFigure(share())}`}</Show>
      </td>
      <td class="figures c-gap">
        <Amount value={props.tail.gap} unknown={props.tail.unknown} />
      </td>
      <td class="c-ratio" />
      <td class="c-word" />
      <td class="c-channels" />
    </tr>
  );
}

function TotalRow(props: { readonly totals: Totals | null; readonly all: number }) {
  const figure = (print: (totals: Totals) => string) => (props.totals === null ? "…" : print(props.totals));
  const name = () => {
    const shown = props.totals?.projects ?? props.all;
    return shown >= props.all
      ? `${count(shown)} ${shown === 1 ? "project" : "projects"}`
      : `${count(shown)} of ${count(props.all)} projects`;
  };
  return (
    <tr class="ledger-total">
      <th scope="row" class="c-name">
        {name()}
      </th>
      <td class="c-reach" />
      <td class="figures c-usage">{figure((totals) => percentFigure(totals.usageShare))}</td>
      <td class="figures c-time">{figure((totals) => duration(totals.minutes))}</td>
      <td class="figures c-cash">{figure((totals) => amountFigure(totals.cash))}</td>
      <td class="figures c-given">{figure((totals) => amountFigure(totals.giveBack))}</td>
      <td class="c-bars" />
      <td class="figures c-gap total-gap">
        {figure((totals) => (totals.gap === null ? "" : amountFigure(totals.gap)))}
      </td>
      <td class="c-ratio" />
      <td class="c-word" />
      <td class="c-channels" />
    </tr>
  );
}
