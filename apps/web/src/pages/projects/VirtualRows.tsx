import { createSignal, For, type JSX, onCleanup, onMount, Show } from "solid-js";

interface VirtualRowsProps<Row> {
  readonly rows: readonly Row[];
  /** Every row stands in the page, as paper needs it. */
  readonly whole: boolean;
  /** The row that the Tab key leads to; where it is not drawn, the first that is. */
  readonly current: number;
  /** Draws one row, which stands at `index` of all. */
  readonly line: (line: {
    readonly row: Row;
    readonly index: number;
    readonly isTabStop: boolean;
  }) => JSX.Element;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Up to this many rows stand in the page as they are; of more only those near the window. */
const ALL_OF = 100;

/** Rows drawn beyond both edges, so that a quick scroll meets no white. */
const OVERSCAN = 24;

/** The span moves in steps of this many rows: one change of the page for several events of the wheel. */
const STEP = 8;

/**
 * The body of a long table that scrolls with the page. Every row is as high as the density token says, so the place of
 * each is a product; two empty rows hold the place of those that are not drawn.
 */
export function VirtualRows<Row>(props: VirtualRowsProps<Row>) {
  let body!: HTMLTableSectionElement;
  const [rowHeight, setRowHeight] = createSignal(densityPx());
  const [near, setNear] = createSignal<Span>({ from: 0, to: ALL_OF }, { equals: sameSpan });
  onMount(() => {
    const look = () => setNear(spanNear(body.getBoundingClientRect().top, window.innerHeight, rowHeight()));
    const lookAnew = () => {
      setRowHeight(densityPx());
      look();
    };
    window.addEventListener("scroll", look, { passive: true });
    const watched = new ResizeObserver(lookAnew);
    watched.observe(document.body);
    onCleanup(() => {
      window.removeEventListener("scroll", look);
      watched.disconnect();
    });
  });
  const drawn = (): Span =>
    props.whole || props.rows.length <= ALL_OF
      ? { from: 0, to: props.rows.length }
      : { from: Math.min(near().from, props.rows.length), to: Math.min(near().to, props.rows.length) };
  const tabStop = () =>
    props.current >= drawn().from && props.current < drawn().to ? props.current : drawn().from;

  return (
    <tbody
      ref={(element) => {
        body = element;
      }}
    >
      <Gap rows={drawn().from} rowHeight={rowHeight()} />
      <For each={props.rows.slice(drawn().from, drawn().to)}>
        {(row, place) => {
          const index = () => drawn().from + place();
          return <props.line row={row} index={index()} isTabStop={index() === tabStop()} />;
        }}
      </For>
      <Gap rows={props.rows.length - drawn().to} rowHeight={rowHeight()} />
    </tbody>
  );
}

/** One cell is enough: one that spans columns would make columns where some are hidden. */
function Gap(props: { readonly rows: number; readonly rowHeight: number }) {
  return (
    <Show when={props.rows > 0}>
      <tr aria-hidden="true" class="virtual-gap">
        <td style={{ height: `${props.rows * props.rowHeight}px` }} />
      </tr>
    </Show>
  );
}

/** The rows near a window of that height, when the first row begins at `top` of it. All lengths in CSS pixels. */
export function spanNear(top: number, windowHeight: number, rowHeight: number): Span {
  const first = Math.floor(-top / rowHeight) - OVERSCAN;
  const from = Math.max(0, Math.floor(first / STEP) * STEP);
  const last = Math.ceil((windowHeight - top) / rowHeight) + OVERSCAN;
  return { from, to: Math.max(from, Math.ceil(last / STEP) * STEP) };
}

function sameSpan(one: Span, other: Span): boolean {
  return one.from === other.from && one.to === other.to;
}

/** The density token in pixels; it changes where the window becomes a phone's. */
function densityPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || 26;
}
