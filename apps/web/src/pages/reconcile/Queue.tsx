import { percentFigure } from "@headwater/ui/format";
import { createEffect, For, on, onCleanup, onMount, Show } from "solid-js";
import { t } from "./texts.ts";

export interface QueueRow {
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
  const step = (to: number) => {
    const row = props.rows[Math.max(0, Math.min(props.rows.length - 1, to))];
    if (row !== undefined) props.onMove(row.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown") step(place() + 1);
    else if (event.key === "ArrowUp") step(place() - 1);
    else if (event.key === "PageDown") step(place() + 15);
    else if (event.key === "PageUp") step(place() - 15);
    else if (event.key === "Home") step(0);
    else if (event.key === "End") step(props.rows.length - 1);
    else if (event.key === "Enter") props.onEnter();
    else return;
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
            <div
              id={`queue-${index()}`}
              role="option"
              class="queue-row"
              classList={{ "queue-marked": props.marked.has(row.key) }}
              aria-selected={row.key === props.at}
              onPointerDown={() => props.onMove(row.key)}
            >
              <span class="queue-name">
                {row.name}
                <Show when={props.marked.has(row.key)}>
                  <span class="queue-mark">{` ${t().marked}`}</span>
                </Show>
              </span>
              <span class="queue-meaning">{row.meaning}</span>
              <span class="queue-figure queue-packages">{row.packages}</span>
              <span class="queue-figure">
                {row.usageShare === null ? "" : percentFigure(row.usageShare, 2)}
                <span class="said">{` ${t().usageUnit}`}</span>
              </span>
            </div>
          )}
        </For>
      </div>
    </div>
  );
}

/** The keyboard goes on where the queue is, after a dialog or a press on a button. */
export function focusQueue(): void {
  document.getElementById("queue")?.focus({ preventScroll: true });
}
