import { For, Show } from "solid-js";
import { ColumnHead, Spanner } from "../TableHead.tsx";
import {
  type LedgerColumn,
  type LedgerLayout,
  type Order,
  spansOf,
  widthOf,
  withOwnWidth,
  withWidth,
} from "./columns.ts";

/** By which column, and which way; the caller keeps it in the address. */
export interface LedgerSort {
  readonly by: string;
  readonly order: Order;
}

interface LedgerHeadProps<Row> {
  readonly columns: readonly LedgerColumn<Row>[];
  readonly sort: LedgerSort | undefined;
  readonly onSort: ((sort: LedgerSort) => void) | undefined;
  readonly layout: LedgerLayout;
  readonly onLayout: ((layout: LedgerLayout) => void) | undefined;
  readonly phone: boolean;
}

/** Spanner heads where there are any, then name and unit of each column. It sticks under the running head. */
export function LedgerHead<Row>(props: LedgerHeadProps<Row>) {
  const spans = () => spansOf(props.columns);
  const sortBy = (column: LedgerColumn<Row>, first: Order) =>
    props.onSort?.({
      by: column.id,
      order: props.sort?.by === column.id && props.sort.order === first ? turned(first) : first,
    });
  return (
    <thead>
      <Show when={!props.phone && spans().some(({ text }) => text !== null)}>
        <tr class="spanners">
          <For each={spans()}>{(span) => <Spanner columns={span.columns}>{span.text}</Spanner>}</For>
        </tr>
      </Show>
      <tr>
        <For each={props.columns}>
          {(column) => (
            <ColumnHead
              class={`ledger-head c-${column.id}`}
              figures={column.as === "figures"}
              name={column.head?.() ?? column.name}
              unit={column.unit}
              {...(column.sorts === undefined || props.onSort === undefined
                ? {}
                : { onSort: sorter(column.sorts, (first) => sortBy(column, first)) })}
              sorted={props.sort?.by === column.id ? props.sort.order : undefined}
            >
              <Show when={props.phone ? undefined : props.onLayout}>
                {(onLayout) => <Handle column={column} layout={props.layout} onLayout={onLayout()} />}
              </Show>
            </ColumnHead>
          )}
        </For>
      </tr>
    </thead>
  );
}

function sorter(first: Order, sort: (first: Order) => void): () => void {
  return () => sort(first);
}

function turned(order: Order): Order {
  return order === "ascending" ? "descending" : "ascending";
}

interface HandleProps {
  readonly column: LedgerColumn<never>;
  readonly layout: LedgerLayout;
  readonly onLayout: (layout: LedgerLayout) => void;
}

/**
 * The edge of a column, which can be drawn; twice pressed, the column is as it was made. It is for the hand only: the
 * choice of columns has buttons that do the same.
 */
function Handle(props: HandleProps) {
  const draw = (press: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    press.preventDefault();
    const handle = press.currentTarget;
    const width = handle.parentElement?.getBoundingClientRect().width ?? widthOf(props.column, props.layout);
    handle.setPointerCapture(press.pointerId);
    const move = (event: PointerEvent) =>
      props.onLayout(withWidth(props.layout, props.column.id, width + event.clientX - press.clientX));
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  return (
    <span
      class="ledger-handle not-printed"
      aria-hidden="true"
      onPointerDown={draw}
      onDblClick={() => props.onLayout(withOwnWidth(props.layout, props.column.id))}
    />
  );
}
