import { For, type JSX } from "solid-js";
import { cellClass, type Shown } from "./columns.ts";

/** A row below all others. */
export interface FootRow {
  /** `total`: single rule above, double below. `tail`: the rest in one line, before it. `after`: outside the sum, in ink-3. */
  readonly as: "tail" | "total" | "after";
  readonly name: JSX.Element;
  readonly cell: (columnId: string) => JSX.Element;
}

interface LedgerFootProps<Row> {
  readonly shown: Shown<Row>;
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
            <th scope="row" class="c-name">
              {row.name}
            </th>
            <For each={props.shown.rest}>
              {(column) => <td class={cellClass(column)}>{row.cell(column.id)}</td>}
            </For>
          </tr>
        )}
      </For>
    </tfoot>
  );
}
