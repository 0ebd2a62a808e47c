import { createUniqueId, For, type JSX, Show } from "solid-js";
import { count } from "../format/index.ts";
import "./tabs.css";

interface Tab {
  readonly value: string;
  readonly name: string;
  /** How many rows lie behind it. */
  readonly rows?: number | undefined;
}

interface TabsProps {
  /** What the tabs are views of, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The open one; the caller keeps it in the address. */
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** What the open tab shows. */
  readonly children: JSX.Element;
}

/** Views of one thing. The arrow keys go from tab to tab, Tab goes into what is shown. */
export function Tabs(props: TabsProps) {
  const id = createUniqueId();
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const at = props.tabs.findIndex((tab) => tab.value === props.value);
    const next = tabAfter(event.key, at, props.tabs.length);
    const tab = next === null ? undefined : props.tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    const list = event.currentTarget;
    props.onChoose(tab.value);
    queueMicrotask(() => list.querySelector<HTMLElement>("[aria-selected='true']")?.focus());
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={props.label} tabIndex={-1} onKeyDown={onKeyDown}>
        <For each={props.tabs}>
          {(tab) => (
            <button
              type="button"
              role="tab"
              class="tab"
              id={`${id}-${tab.value}`}
              aria-selected={tab.value === props.value}
              aria-controls={tab.value === props.value ? `${id}-panel` : undefined}
              tabIndex={tab.value === props.value ? 0 : -1}
              onClick={() => props.onChoose(tab.value)}
            >
              {tab.name}
              <Show when={tab.rows !== undefined}>
                <span class="tab-rows">{count(tab.rows ?? 0)}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
      <div id={`${id}-panel`} class="tab-panel" role="tabpanel" aria-labelledby={`${id}-${props.value}`}>
        {props.children}
      </div>
    </>
  );
}

/** Round at both ends; null where the key moves nothing. */
function tabAfter(key: string, at: number, tabs: number): number | null {
  if (key === "ArrowRight") return (at + 1) % tabs;
  if (key === "ArrowLeft") return (at - 1 + tabs) % tabs;
  if (key === "Home") return 0;
  if (key === "End") return tabs - 1;
  return null;
}
