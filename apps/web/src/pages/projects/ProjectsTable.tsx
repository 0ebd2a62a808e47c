import type { RatioRow, Summary } from "@headwater/contract/ratios";
import { AfterAWhile, ColumnHead, Skeleton, Spanner } from "@headwater/ui/components";
import { amountFigure, axisFigure, count, duration, percentFigure } from "@headwater/ui/format";
import { Link, useNavigate } from "@tanstack/solid-router";
import { createSignal, For, type JSX, Show } from "solid-js";
import { whilePrinting } from "../../frame/media.ts";
import { hiddenColumns, spans, tableWidth } from "./columns.ts";
import { Amount } from "./Figure.tsx";
import { ProjectRow } from "./ProjectRow.tsx";
import { type ProjectsSearch, readProjectsSearch, type SortKey } from "./search.ts";
import { t } from "./texts.ts";
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
  /** A project shall be looked at beside the table. */
  readonly onOpen: (row: RatioRow) => void;
}

type Tail = Summary["tail"];

/** The head and the foot count as rows for a screen reader. */
const HEAD_ROWS = 2;

/** All columns have room. */
const WIDE_PX = 1188;

export function ProjectsTable(props: ProjectsTableProps) {
  let table!: HTMLTableElement;
  const printing = whilePrinting();
  const width = tableWidth(() => table, printing);
  const [current, setCurrent] = createSignal(0);
  const indexOf = (target: EventTarget | null) =>
    target instanceof Element ? Number(target.closest("tr")?.ariaRowIndex) - HEAD_ROWS - 1 : Number.NaN;
  const onKey = (event: KeyboardEvent) => {
    const from = indexOf(event.target);
    const row = props.rows[from];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "w" || event.key === "W") props.onOpen(row);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp")
      focusRow(table, from + (event.key === "ArrowDown" ? 1 : -1));
    else return;
    event.preventDefault();
  };
  return (
    <table
      ref={(element) => {
        table = element;
        element.addEventListener("keydown", onKey);
        element.addEventListener("focusin", ({ target }) => {
          const index = indexOf(target);
          if (index >= 0) setCurrent(index);
        });
      }}
      class="ledger projects-table"
      classList={hiddenColumns(width())}
      aria-rowcount={props.rows.length + HEAD_ROWS + 1}
      aria-labelledby="projects-title"
    >
      <Columns />
      <Head search={props.search} currency={props.currency} axis={props.axis} width={width()} />
      <VirtualRows
        rows={props.rows}
        whole={printing()}
        current={current()}
        line={(line) => (
          <ProjectRow
            row={line.row}
            axis={props.axis}
            rowIndex={line.index + HEAD_ROWS + 1}
            selected={line.row.project !== undefined && line.row.project === props.search.project}
            isTabStop={line.isTabStop}
            onOpen={() => props.onOpen(line.row)}
          />
        )}
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

/** Rows just outside the window are drawn, so the next one is always there. */
function focusRow(table: HTMLTableElement, index: number): void {
  const opener = table.querySelector(`tr[aria-rowindex="${index + HEAD_ROWS + 1}"] .row-open`);
  if (opener instanceof HTMLElement) opener.focus();
}

/** The head stands, still lines wait at the edges of the figures. */
export function WaitingTable() {
  return (
    <AfterAWhile>
      <table class="ledger projects-table" aria-busy="true" aria-labelledby="projects-title">
        <Columns />
        <Head search={{}} currency="" axis={0} width={WIDE_PX} />
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

interface HeadProps {
  readonly search: ProjectsSearch;
  readonly currency: string;
  readonly axis: number;
  readonly width: number;
}

function Head(props: HeadProps) {
  const head = (key: SortKey, name: string, unit: JSX.Element) => (
    <SortHead search={props.search} by={key} name={name} unit={unit} />
  );
  const covers = () => spans(props.width);
  return (
    <thead>
      <tr class="spanners">
        <td />
        <Spanner columns={covers().take} class="s-take">
          {t().take}
        </Spanner>
        <Show when={covers().give > 0}>
          <Spanner columns={covers().give} class="s-give">
            {t().give}
          </Spanner>
        </Show>
        <Spanner columns={covers().difference} class="s-difference">
          {t().difference}
        </Spanner>
        <td class="c-channels" />
      </tr>
      <tr>
        {head("name", t().project, "")}
        {head("reach", t().reach, "%")}
        {head("usage", t().usage, "%")}
        {head("time", t().time, t().timeUnit)}
        {head("cash", t().cash, props.currency)}
        {head("given", t().given, props.currency)}
        <ColumnHead
          class="c-bars"
          name={
            <>
              <i class="key key-use" /> {t().keyFairShare} <i class="key key-give" /> {t().keyGiven}
            </>
          }
          unit={props.axis === 0 ? "" : t().axis(axisFigure(props.axis), props.currency)}
        />
        {head("gap", t().gap, props.currency)}
        {head("ratio", t().ratio, t().ratioUnit)}
        <ColumnHead class="c-word" name={t().ofFairShare} unit={t().inWords} />
        {head("channels", t().channels, t().known)}
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
        <span class="strong">{t().longTail}</span> {count(props.tail.projects)}{" "}
        <Link
          to="/projects"
          search={readProjectsSearch({ ...props.search, tail: "shown" })}
          resetScroll={false}
          class="link not-printed"
        >
          {t().showEach}
        </Link>
      </th>
      <td class="figures c-reach" />
      <td class="figures c-usage">{percentFigure(props.tail.usageShare)}</td>
      <td class="c-time" />
      <td class="c-cash" />
      <td class="figures c-given">
        <Amount value={props.tail.giveBack} unknown={props.tail.giveBackUnknown} />
      </td>
      <td class="c-bars">
        <Show when={props.tail.fairShare}>{(share) => t().fairShareOf(amountFigure(share()))}</Show>
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
    return shown >= props.all ? t().projects(shown) : t().projectsOf(shown, props.all);
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
