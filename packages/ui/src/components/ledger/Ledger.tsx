import { createMemo, For, Show } from "solid-js";
import { AfterAWhile, Skeleton } from "../Skeleton.tsx";
import "../table.css";
import { asMade, columnsThatFit, type LedgerColumn, type LedgerLayout, spansOf, widthOf } from "./columns.ts";
import { LedgerBody, type LedgerRows } from "./LedgerBody.tsx";
import { type FootRow, LedgerFoot } from "./LedgerFoot.tsx";
import { LedgerHead, type LedgerSort } from "./LedgerHead.tsx";
import { createMedia, createPrinting, createWidth } from "./window.ts";
import "./ledger.css";

interface LedgerProps<Row> extends LedgerRows<Row> {
  /** What the table is; said, not shown. Or `labelledBy`, the id of the heading over it. */
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  /** The first one is the name of the row. */
  readonly columns: readonly LedgerColumn<Row>[];
  readonly sort?: LedgerSort | undefined;
  readonly onSort?: ((sort: LedgerSort) => void) | undefined;
  readonly foot?: readonly FootRow[] | undefined;
  /** Widths and choice of columns; with `onLayout` the edges of the heads can be drawn. */
  readonly layout?: LedgerLayout | undefined;
  readonly onLayout?: ((layout: LedgerLayout) => void) | undefined;
  /** Nothing is here yet: the head stands, still lines wait at the edges of the figures. */
  readonly waiting?: boolean | undefined;
  /** What is shown is of before: dimmed until the new is here. */
  readonly dimmed?: boolean | undefined;
  /** It scrolls inside something, whose edge is no place for a head that sticks. */
  readonly inset?: boolean | undefined;
}

/** What fits on A4 between its margins: its smaller type makes it as wide as this on the screen. CSS pixels. */
const PAPER_PX = 800;

/** The width before the first measurement. CSS pixels. */
const USUAL_PX = 1188;

/**
 * The one table of the product. It scrolls with the page; of more than a hundred rows only those near the window are in
 * it, on paper all. Arrows, Home and End move from row to row, Space looks, Enter opens.
 */
export function Ledger<Row>(props: LedgerProps<Row>) {
  let table!: HTMLTableElement;
  const printing = createPrinting();
  const narrow = createMedia("screen and (max-width: 720px)");
  const phone = () => narrow() && !printing();
  const width = createWidth(() => table, USUAL_PX);
  const layout = () => props.layout ?? asMade;
  // Callers write their columns as an expression; made anew at each reading, every cell would be drawn anew with them.
  const given = createMemo(() => props.columns);
  const shown = createMemo(() =>
    columnsThatFit(given(), layout(), { width: printing() ? PAPER_PX : width(), phone: phone() }),
  );
  const columns = createMemo(() => [...given().slice(0, 1), ...shown().rest]);
  const headRows = () => (!phone() && spansOf(columns()).some(({ text }) => text !== null) ? 2 : 1);
  const bodyRows = () =>
    props.groups?.reduce((sum, group) => sum + 1 + group.rows.length, 0) ?? props.rows.length;
  return (
    <table
      ref={(element) => {
        table = element;
      }}
      class="ledger ledger-fixed"
      classList={{
        "ledger-dimmed": props.dimmed === true,
        "ledger-phone": phone(),
        "ledger-inset": props.inset === true,
      }}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-rowcount={bodyRows() + headRows() + (props.foot?.length ?? 0)}
      aria-busy={props.waiting === true ? "true" : undefined}
    >
      <Widths columns={columns()} layout={layout()} phone={phone()} />
      <LedgerHead
        columns={columns()}
        sort={props.sort}
        onSort={props.onSort}
        layout={layout()}
        onLayout={phone() ? undefined : props.onLayout}
        phone={phone()}
      />
      <Show when={props.waiting !== true} fallback={<Waiting columns={columns()} />}>
        <LedgerBody of={props} shown={shown()} headRows={headRows()} printing={printing()} phone={phone()} />
        <Show when={props.foot}>
          {(foot) => <LedgerFoot shown={shown()} rows={foot()} from={bodyRows() + headRows() + 1} />}
        </Show>
      </Show>
    </table>
  );
}

interface WidthsProps<Row> {
  readonly columns: readonly LedgerColumn<Row>[];
  readonly layout: LedgerLayout;
  readonly phone: boolean;
}

/** The name takes what the others leave; on a phone the bar and the figure have their parts of the width. */
function Widths<Row>(props: WidthsProps<Row>) {
  const width = (column: LedgerColumn<Row>, place: number) => {
    if (place === 0) return undefined;
    return props.phone ? (column.as === "figures" ? "21%" : "27%") : `${widthOf(column, props.layout)}px`;
  };
  return (
    <colgroup>
      <For each={props.columns}>
        {(column, place) => <col class={`w-${column.id}`} style={{ width: width(column, place()) }} />}
      </For>
    </colgroup>
  );
}

/** The head stands already; a wait under 300 ms shows nothing below it. */
function Waiting<Row>(props: { readonly columns: readonly LedgerColumn<Row>[] }) {
  return (
    <AfterAWhile>
      <tbody>
        <For each={[1, 2, 3, 4, 5, 6]}>
          {() => (
            <tr>
              <For each={props.columns}>
                {(column) => (
                  <td class={`c-${column.id}`}>
                    <Skeleton as={column.as === "figures" ? "figure" : "name"} />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </AfterAWhile>
  );
}
