import { createWindowVirtualizer } from "@tanstack/solid-virtual";
import { createSignal, For, type JSX, onCleanup, onMount, Show } from "solid-js";

interface VirtualRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: number;
  readonly children: (row: Row, index: () => number) => JSX.Element;
}

/** Up to this many rows stand in the page as they are; of more only those near the window. */
const ALL_OF = 100;

/** Rows drawn beyond both edges, so that a quick scroll meets no white. */
const OVERSCAN = 24;

/** The body of a long table that scrolls with the page. Two empty rows hold the place of those that are not drawn. */
export function VirtualRows<Row>(props: VirtualRowsProps<Row>) {
  // A plain variable: a signal would hold the body of the inert template, in which nothing can be measured.
  let body!: HTMLTableSectionElement;
  const rowHeight = useRowHeight();
  const [top, setTop] = createSignal(0);
  onMount(() => {
    const measure = () => setTop(body.getBoundingClientRect().top + window.scrollY);
    const watched = new ResizeObserver(measure);
    watched.observe(document.body);
    onCleanup(() => watched.disconnect());
  });
  const virtualizer = createWindowVirtualizer<HTMLTableRowElement>({
    get count() {
      return props.rows.length;
    },
    get scrollMargin() {
      return top();
    },
    estimateSize: () => rowHeight(),
    overscan: OVERSCAN,
  });
  const drawn = () =>
    props.rows.length <= ALL_OF ? { from: 0, to: props.rows.length } : spanOf(virtualizer.getVirtualItems());

  return (
    <tbody
      ref={(element) => {
        body = element;
      }}
    >
      <Gap rows={drawn().from} rowHeight={rowHeight()} columns={props.columns} />
      <For each={props.rows.slice(drawn().from, drawn().to)}>
        {(row, index) => props.children(row, () => drawn().from + index())}
      </For>
      <Gap rows={props.rows.length - drawn().to} rowHeight={rowHeight()} columns={props.columns} />
    </tbody>
  );
}

function Gap(props: { readonly rows: number; readonly rowHeight: number; readonly columns: number }) {
  return (
    <Show when={props.rows > 0}>
      <tr aria-hidden="true" class="virtual-gap">
        <td colSpan={props.columns} style={{ height: `${props.rows * props.rowHeight}px` }} />
      </tr>
    </Show>
  );
}

function spanOf(items: readonly { readonly index: number }[]): {
  readonly from: number;
  readonly to: number;
} {
  const first = items[0];
  const last = items.at(-1);
  return first === undefined || last === undefined
    ? { from: 0, to: 0 }
    : { from: first.index, to: last.index + 1 };
}

/** The density token in pixels; it changes where the window becomes a phone's. */
function useRowHeight(): () => number {
  const read = () =>
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || 26;
  const [height, setHeight] = createSignal(read());
  onMount(() => {
    const onResize = () => setHeight(read());
    window.addEventListener("resize", onResize);
    onCleanup(() => window.removeEventListener("resize", onResize));
  });
  return height;
}
