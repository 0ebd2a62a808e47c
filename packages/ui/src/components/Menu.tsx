import { createSignal, For, type JSX, Show } from "solid-js";
import { buttonClass, type ButtonKind } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { Kbd } from "./Kbd.tsx";
import { createPopover } from "./popover.ts";
import "./menu.css";
import "./popover.css";

/** Something that can be done; `rule` parts groups. */
export type MenuEntry = "rule" | MenuAction;

interface MenuAction {
  readonly name: string;
  readonly onChoose: () => void;
  /** The key that does the same. */
  readonly keys?: string;
  /** Red text for what cannot be taken back. */
  readonly destructive?: boolean;
  /** Why it cannot be done now; the entry stays, so that it can be found. */
  readonly refused?: string | undefined;
  /** One of a set that holds. */
  readonly checked?: boolean;
}

interface MenuProps {
  readonly children: JSX.Element;
  readonly entries: readonly MenuEntry[];
  /** Needed where the button shows no words. */
  readonly label?: string;
  readonly kind?: ButtonKind;
  readonly size?: "normal" | "small";
  /** For a button with a look of its own, in place of a Button's. */
  readonly class?: string;
  readonly bare?: boolean;
}

/** A button that opens what can be done. Arrows go through it, letters go to what begins with them, Escape leaves. */
export function Menu(props: MenuProps) {
  const [at, setAt] = createSignal(0);
  let list!: HTMLElement;
  let button!: HTMLButtonElement;
  const popover = createPopover("auto", { onOpen: () => go(0) });
  const rows = () => [...list.querySelectorAll<HTMLElement>("[role^='menuitem']")];
  const go = (next: number) => {
    const all = rows();
    const place = (next + all.length) % Math.max(1, all.length);
    setAt(place);
    all[place]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = rowAfter(event.key, at(), rows());
    if (next !== null) go(next);
    else if (event.key === "Tab") return popover.hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pointAt = (row: HTMLElement) => go(rows().indexOf(row));
  const choose = (entry: MenuAction) => {
    if (entry.refused !== undefined) return;
    popover.hide();
    button.focus();
    entry.onChoose();
  };
  return (
    <>
      <button
        ref={(element) => {
          button = element;
          popover.anchorAt(element);
        }}
        type="button"
        popovertarget={popover.id}
        class={props.class ?? buttonClass(props.kind, props.size)}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={popover.isOpen()}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          popover.show();
        }}
      >
        {props.children}
        <Show when={props.bare !== true}>
          <Icon name="open" size="small" />
        </Show>
      </button>
      <div
        ref={(element) => {
          list = element;
          popover.hangOn(element);
          // Here and not at the document, where the single keys of the page would hear it first.
          element.addEventListener("keydown", onKeyDown);
        }}
        class="popover menu-list"
        role="menu"
        tabIndex={-1}
        aria-label={props.label}
      >
        <For each={props.entries}>
          {(entry) => (
            <Show when={entry === "rule" ? null : entry} fallback={<hr class="menu-rule" />}>
              {(action) => <MenuRow entry={action()} onPoint={pointAt} onChoose={choose} />}
            </Show>
          )}
        </For>
      </div>
    </>
  );
}

interface MenuRowProps {
  readonly entry: MenuAction;
  readonly onPoint: (row: HTMLElement) => void;
  readonly onChoose: (entry: MenuAction) => void;
}

function MenuRow(props: MenuRowProps) {
  return (
    <button
      type="button"
      class="popover-row menu-row"
      classList={{ red: props.entry.destructive === true }}
      role={props.entry.checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={props.entry.checked}
      aria-disabled={props.entry.refused === undefined ? undefined : "true"}
      tabIndex={-1}
      onPointerMove={(event) => props.onPoint(event.currentTarget)}
      onClick={() => props.onChoose(props.entry)}
    >
      <span class="menu-check">
        <Show when={props.entry.checked}>
          <Icon name="check" size="small" />
        </Show>
      </span>
      <span class="menu-name">{props.entry.name}</span>
      <span class="popover-meaning">{props.entry.refused}</span>
      <Show when={props.entry.keys}>{(keys) => <Kbd keys={keys()} />}</Show>
    </button>
  );
}

/** Null where the key goes nowhere in a menu. */
function rowAfter(key: string, at: number, rows: readonly HTMLElement[]): number | null {
  if (key === "ArrowDown") return at + 1;
  if (key === "ArrowUp") return at - 1;
  if (key === "Home") return 0;
  if (key === "End") return rows.length - 1;
  if (key.length !== 1 || key === " ") return null;
  const letter = key.toLowerCase();
  const turned = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const found = turned.find((row) =>
    row.querySelector(".menu-name")?.textContent?.toLowerCase().startsWith(letter),
  );
  return found === undefined ? null : rows.indexOf(found);
}
