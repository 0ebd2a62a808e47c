import { For, type JSX, Show } from "solid-js";
import type { LedgerColumn } from "./columns.ts";

/** A row below all others. */
export interface FootRow {
  /** `total`: single rule above, double below. `tail`: the rest in one line, before it. `after`: outside the sum, in ink-3. */
  readonly as: "tail" | "total" | "after";
  readonly name: JSX.Element;
  readonly cell: (columnId: string) => JSX.Element;
}

interface LedgerFootProps<Row> {
  readonly columns: readonly LedgerColumn<Row>[];
  readonly rows: readonly FootRow[];
  /** The aria-rowindex of the first of them. */
  readonly from: number;
}

/** Sums come from the server and never from the rows that happen to be here. */
export function LedgerFoot<Row>(props: LedgerFootProps<Row>) {
  return (
    <tfoot>
      <For each={props.rows}>
        {(row, index) => (
          <tr class={`ledger-${row.as}`} aria-rowindex={props.from + index()}>
            <For each={props.columns}>
              {(column, place) => (
                <Show
                  when={place() === 0}
                  fallback={
                    <td class={`${column.as === "figures" ? "figures " : ""}c-${column.id}`}>
                      {row.cell(column.id)}
                    </td>
                  }
                >
                  <th scope="row" class={`c-${column.id}`}>
                    {row.name}
                  </th>
                </Show>
              )}
            </For>
          </tr>
        )}
      </For>
    </tfoot>
  );
}
