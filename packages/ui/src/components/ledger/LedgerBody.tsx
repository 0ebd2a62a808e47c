import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { Shown } from "./columns.ts";
import { lineAfter } from "./keys.ts";
import { GroupRow, LedgerRow, type RowActions } from "./LedgerRow.tsx";
import { GroupHead, layLines, type LedgerGroup, type Line } from "./lines.ts";
import { createNear } from "./near.ts";
import { rowHeight } from "./window.ts";

/** What the rows are and do. */
export interface LedgerRows<Row> extends RowActions<Row> {
  readonly rows: readonly Row[];
  /** In place of `rows`: heads with subtotals, each over its rows. */
  readonly groups?: readonly LedgerGroup<Row, JSX.Element>[] | undefined;
  readonly keyOf: (row: Row) => string;
  /** The key of the row that is looked at. */
  readonly selected?: string | undefined;
  /** Said after the name, lighter: `provisional`. */
  readonly remark?: ((row: Row) => JSX.Element) | undefined;
  /** On a phone under the name: what its hidden columns say in words. */
  readonly phoneLine?: ((row: Row) => JSX.Element) | undefined;
  /** More keys of a row, `w` for example; true where the key was used. */
  readonly onKey?: ((key: string, row: Row) => boolean) | undefined;
}

interface LedgerBodyProps<Row> {
  readonly of: LedgerRows<Row>;
  readonly shown: Shown<Row>;
  /** The head's rows, which are counted for screen readers. */
  readonly headRows: number;
  readonly printing: boolean;
  readonly phone: boolean;
}

/** Lines that window and keys leave aside, so that a page down keeps a few of what was seen. */
const KEPT_LINES = 5;

/** The rows near the window; two empty rows hold the place of those that are not drawn. */
export function LedgerBody<Row>(props: LedgerBodyProps<Row>) {
  let body!: HTMLTableSectionElement;
  const [height, setHeight] = createSignal(rowHeight());
  const laid = createMemo(() => layLines(props.of.rows, props.of.groups, height()));
  const near = createNear({
    body: () => body,
    offsets: () => laid().offsets,
    whole: () => props.printing,
    onRowHeight: setHeight,
  });
  const [current, setCurrent] = createSignal(0);
  const tabStop = createMemo(() => tabStopOf(laid().lines, near.drawn().from, near.drawn().to, current()));
  const ariaOf = (line: number) => line + props.headRows + 1;
  const lineAt = (target: EventTarget | null) =>
    target instanceof Element ? Number(target.closest("tr")?.ariaRowIndex) - props.headRows - 1 : Number.NaN;
  const go = (line: number) => {
    setCurrent(line);
    near.bring(line);
    const opener = body.querySelector(`tr[aria-rowindex="${ariaOf(line)}"] .ledger-open`);
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isOpener(event.target)) return;
    const from = lineAt(event.target);
    const row = laid().lines[from];
    if (row === undefined || row instanceof GroupHead) return;
    const page = Math.max(1, Math.floor(window.innerHeight / height()) - KEPT_LINES);
    const next = lineAfter(event.key, from, laid().lines, page);
    if (next !== null) go(next);
    else if (event.key === " " && props.of.onPeek !== undefined) props.of.onPeek(row);
    else if (props.of.onKey?.(event.key, row) !== true) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const gap = (from: number, to: number) => (laid().offsets[to] ?? 0) - (laid().offsets[from] ?? 0);

  return (
    <tbody
      ref={(element) => {
        body = element;
        element.addEventListener("keydown", onKeyDown);
        element.addEventListener("focusin", ({ target }) => {
          const line = lineAt(target);
          if (line >= 0) setCurrent(line);
        });
      }}
    >
      <Gap height={gap(0, near.drawn().from)} />
      <For each={laid().lines.slice(near.drawn().from, near.drawn().to)}>
        {(line, place) => (
          <BodyLine
            {...props}
            line={line}
            rowIndex={ariaOf(near.drawn().from + place())}
            isTabStop={near.drawn().from + place() === tabStop()}
          />
        )}
      </For>
      <Gap height={gap(near.drawn().to, laid().lines.length)} />
    </tbody>
  );
}

interface BodyLineProps<Row> extends LedgerBodyProps<Row> {
  readonly line: Line<Row, JSX.Element>;
  readonly rowIndex: number;
  readonly isTabStop: boolean;
}

function BodyLine<Row>(props: BodyLineProps<Row>) {
  const group = () => (props.line instanceof GroupHead ? props.line.group : null);
  const row = () => (props.line instanceof GroupHead ? null : { is: props.line });
  return (
    <Show
      when={row()}
      fallback={
        <Show when={group()}>
          {(head) => <GroupRow group={head()} shown={props.shown} rowIndex={props.rowIndex} />}
        </Show>
      }
    >
      {(line) => (
        <LedgerRow
          row={line().is}
          shown={props.shown}
          actions={props.of}
          rowIndex={props.rowIndex}
          selected={props.of.selected !== undefined && props.of.keyOf(line().is) === props.of.selected}
          isTabStop={props.isTabStop}
          remark={props.phone ? undefined : props.of.remark}
          phoneLine={props.phone ? props.of.phoneLine : undefined}
        />
      )}
    </Show>
  );
}

/** One cell is enough: one that spans columns would make columns where some are hidden. */
function Gap(props: { readonly height: number }) {
  return (
    <Show when={props.height > 0}>
      <tr aria-hidden="true" class="ledger-gap">
        <td style={{ height: `${props.height}px` }} />
      </tr>
    </Show>
  );
}

/** The row that Tab leads to: the last one that had the focus, or the first that is drawn. */
function tabStopOf<Row>(
  lines: readonly Line<Row, JSX.Element>[],
  from: number,
  to: number,
  current: number,
): number {
  if (current >= from && current < to && !(lines[current] instanceof GroupHead)) return current;
  return lines.findIndex((line, index) => index >= from && !(line instanceof GroupHead));
}

function isOpener(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains("ledger-open");
}
