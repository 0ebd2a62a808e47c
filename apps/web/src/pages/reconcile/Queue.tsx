import { percentFigure } from "@headwater/ui/format";
import { createEffect, For, on, onCleanup, onMount, Show } from "solid-js";
import { t } from "./texts.ts";

/** How far the page keys go. */
const PAGE_ROWS = 15;

interface QueueRow {
  readonly key: string;
  readonly name: string;
  /** What would become of it, in ink-2. */
  readonly meaning: string;
  /** How many packages it stands for, where it is more than a package. */
  readonly packages: number | undefined;
  readonly usageShare: number | null;
}

interface QueueProps {
  readonly label: string;
  readonly rows: readonly QueueRow[];
  readonly nameHead: string;
  readonly meaningHead: string;
  /** The key of the row that is looked at. */
  readonly at: string | undefined;
  readonly marked: ReadonlySet<string>;
  readonly onMove: (key: string) => void;
  readonly onEnter: () => void;
}

/** Rows to be decided, one after the other: arrows move, Enter decides, and the focus stays here all the while. */
export function Queue(props: QueueProps) {
  let list!: HTMLDivElement;
  const place = () => props.rows.findIndex(({ key }) => key === props.at);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = leadsTo(event.key, place(), props.rows.length);
    if (event.key === "Enter") props.onEnter();
    else if (to === undefined) return;
    else {
      const row = props.rows[to];
      if (row !== undefined) props.onMove(row.key);
    }
    event.preventDefault();
  };
  // Where the focus was lost, with a button that went for example, the keys still lead through the queue.
  const onLostKey = (event: KeyboardEvent) => {
    if (event.target !== document.body || event.defaultPrevented) return;
    list.focus({ preventScroll: true });
    onKeyDown(event);
  };
  onMount(() => {
    list.focus({ preventScroll: true });
    document.addEventListener("keydown", onLostKey);
    onCleanup(() => document.removeEventListener("keydown", onLostKey));
  });
  createEffect(
    on(
      () => props.at,
      () =>
        queueMicrotask(() =>
          list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
        ),
      { defer: true },
    ),
  );
  return (
    <div class="queue" classList={{ "queue-of-packages": props.rows[0]?.packages === undefined }}>
      <div class="queue-head" aria-hidden="true">
        <span>{props.nameHead}</span>
        <span class="queue-meaning">{props.meaningHead}</span>
        <span class="queue-figure queue-packages">{t().packageUnit}</span>
        <span class="queue-figure">{t().usageUnit}</span>
      </div>
      <div
        ref={(element) => {
          list = element;
        }}
        id="queue"
        class="queue-rows"
        role="listbox"
        tabIndex={0}
        aria-label={props.label}
        aria-activedescendant={place() < 0 ? undefined : `queue-${place()}`}
        onKeyDown={onKeyDown}
      >
        <For each={props.rows}>
          {(row, index) => (
            <Row
              row={row}
              place={index()}
              isLookedAt={row.key === props.at}
              isMarked={props.marked.has(row.key)}
              onMove={() => props.onMove(row.key)}
            />
          )}
        </For>
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: QueueRow;
  /** Counted from 0. */
  readonly place: number;
  readonly isLookedAt: boolean;
  readonly isMarked: boolean;
  readonly onMove: () => void;
}

function Row(props: RowProps) {
  return (
    <div
      id={`queue-${props.place}`}
      role="option"
      class="queue-row"
      classList={{ "queue-marked": props.isMarked }}
      aria-selected={props.isLookedAt}
      onPointerDown={() => props.onMove()}
    >
      <span class="queue-name">
        {props.row.name}
        <Show when={props.isMarked}>
          <span class="queue-mark">{` ${t().marked}`}</span>
        </Show>
      </span>
      <span class="queue-meaning">{props.row.meaning}</span>
      <span class="queue-figure queue-packages">{props.row.packages}</span>
      <span class="queue-figure">
        {props.row.usageShare === null ? "" : percentFigure(props.row.usageShare, 2)}
        <span class="said">{` ${t().usageUnit}`}</span>
      </span>
    </div>
  );
}

/** The place to which a key leads, within the rows; undefined for the keys that do not move. */
function leadsTo(key: string, place: number, rows: number): number | undefined {
  const to = new Map([
    ["ArrowDown", place + 1],
    ["ArrowUp", place - 1],
    ["PageDown", place + PAGE_ROWS],
    ["PageUp", place - PAGE_ROWS],
    ["Home", 0],
    ["End", rows - 1],
  ]).get(key);
  return to === undefined ? undefined : Math.max(0, Math.min(rows - 1, to));
}

/** The keyboard goes on where the queue is, after a dialog or a press on a button. */
export function focusQueue(): void {
  document.getElementById("queue")?.focus({ preventScroll: true });
}
