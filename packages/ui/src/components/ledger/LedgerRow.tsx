import { For, type JSX, Show } from "solid-js";
import { count } from "../../format/index.ts";
import { cellClass, type Shown } from "./columns.ts";
import type { LedgerGroup } from "./lines.ts";

/** What happens with rows; the caller says what of it there is. */
export interface RowActions<Row> {
  /** Space, or a press on the name where there is no `onOpen`: looked at beside the table. */
  readonly onPeek?: ((row: Row) => void) | undefined;
  /** Enter, or a press on the name. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The address of what opens: the name is then a link, which can be opened in another window. */
  readonly addressOf?: ((row: Row) => string) | undefined;
}

interface LedgerRowProps<Row> {
  readonly row: Row;
  readonly shown: Shown<Row>;
  readonly actions: RowActions<Row>;
  /** From 1, heads included. */
  readonly rowIndex: number;
  readonly selected: boolean;
  readonly isTabStop: boolean;
  readonly phoneLine: ((row: Row) => JSX.Element) | undefined;
  readonly remark: ((row: Row) => JSX.Element) | undefined;
}

/** One row: its name, which leads on, and its cells. */
export function LedgerRow<Row>(props: LedgerRowProps<Row>) {
  return (
    <tr
      class="ledger-row"
      classList={{ "ledger-selected": props.selected }}
      aria-rowindex={props.rowIndex}
      aria-current={props.selected ? "true" : undefined}
    >
      <th scope="row" class="c-name">
        <NameCell {...props} />
      </th>
      <For each={props.shown.rest}>
        {(column) => <td class={cellClass(column)}>{column.cell(props.row)}</td>}
      </For>
    </tr>
  );
}

function NameCell<Row>(props: LedgerRowProps<Row>) {
  const open = () => (props.actions.onOpen ?? props.actions.onPeek)?.(props.row);
  const name = () => props.shown.name?.cell(props.row);
  const stop = () => (props.isTabStop ? 0 : -1);
  return (
    <>
      <span class="ledger-name-line">
        <Show
          when={props.actions.addressOf}
          fallback={
            <Show
              when={props.actions.onOpen ?? props.actions.onPeek}
              fallback={<span class="ledger-name">{name()}</span>}
            >
              <button type="button" class="ledger-name ledger-open" tabIndex={stop()} onClick={open}>
                {name()}
              </button>
            </Show>
          }
        >
          {(addressOf) => (
            <a
              class="ledger-name ledger-open"
              href={addressOf()(props.row)}
              tabIndex={stop()}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
                event.preventDefault();
                open();
              }}
            >
              {name()}
            </a>
          )}
        </Show>
        <Show when={props.remark}>
          {(remark) => <span class="ledger-remark">{remark()(props.row)}</span>}
        </Show>
      </span>
      <Show when={props.phoneLine}>
        {(line) => <span class="ledger-phone-line">{line()(props.row)}</span>}
      </Show>
    </>
  );
}

interface GroupRowProps<Row> {
  readonly group: LedgerGroup<Row, JSX.Element>;
  readonly shown: Shown<Row>;
  readonly rowIndex: number;
}

/** The head of a group: its name, how many, and its subtotals. */
export function GroupRow<Row>(props: GroupRowProps<Row>) {
  return (
    <tr class="ledger-group" aria-rowindex={props.rowIndex}>
      <th scope="rowgroup" class="c-name">
        <span class="strong">{props.group.name}</span> {count(props.group.count)}
      </th>
      <For each={props.shown.rest}>
        {(column) => <td class={cellClass(column)}>{props.group.cell?.(column.id)}</td>}
      </For>
    </tr>
  );
}
