/**
 * Keys of the page. A component registers its keys for as long as it lives; of two that want the same key the later
 * one gets it. Single characters can be switched off: who speaks to the computer types them by accident (WCAG 2.1.4).
 */
import { createMemo, createRoot, createSignal, onCleanup } from "solid-js";

export interface Shortcut {
  /** As `KeyboardEvent.key` says it, letters small: `c`, `/`, `ArrowLeft`; `Mod+k` with Ctrl or ⌘; `g p` one after the other. */
  readonly key: string;
  /** What it does, in words, for the list of keys. */
  readonly does: string;
  readonly run: (event: KeyboardEvent) => void;
  /** One of the few that help on this page: it stands on the key line at the foot of wide windows. */
  readonly onLine?: boolean;
}

type Shortcuts = () => readonly Shortcut[];

const KEPT_AS = "headwater-single-keys";

/** The second of two keys must follow within this time. */
const SEQUENCE_MS = 1500;

const [registered, setRegistered] = createSignal<readonly Shortcuts[]>([]);
const [singleKeys, setSingleKeys] = createSignal(true);

/** Whether single characters do anything. */
export { singleKeys };

/** All keys that do something now, those of the page before those of the frame; each key once. */
export const activeKeys = createRoot(() =>
  createMemo(() => {
    const seen = new Set<string>();
    return registered()
      .toReversed()
      .flatMap((shortcuts) => shortcuts())
      .filter(({ key }) => !seen.has(key) && seen.add(key));
  }),
);

/** Registers keys for the life of the component that calls it. They do nothing while somebody types. */
export function useKeys(shortcuts: Shortcuts): void {
  setRegistered((all) => [...all, shortcuts]);
  onCleanup(() => setRegistered((all) => all.filter((other) => other !== shortcuts)));
}

/** Switches single characters on or off, for this browser. */
export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEPT_AS);
  else localStorage.setItem(KEPT_AS, "off");
  setSingleKeys(on);
}

/** Listens for the life of the page. */
export function listenForKeys(): void {
  setSingleKeys(localStorage.getItem(KEPT_AS) !== "off");
  let first = "";
  let firstAt = 0;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = keyOf(event);
    const sequence = event.timeStamp - firstAt < SEQUENCE_MS && first !== "" ? `${first} ${key}` : "";
    first = "";
    if (isTaken(event, key)) return;
    const shortcut = find(sequence) ?? find(key);
    if (shortcut !== undefined) {
      event.preventDefault();
      shortcut.run(event);
    } else if (singleKeys() && activeKeys().some((other) => other.key.startsWith(`${key} `))) {
      first = key;
      firstAt = event.timeStamp;
    }
  });
}

function find(key: string): Shortcut | undefined {
  if (key === "" || (!singleKeys() && isSingle(key))) return undefined;
  return activeKeys().find((shortcut) => shortcut.key === key);
}

function isSingle(key: string): boolean {
  return key.length === 1 || key.includes(" ");
}

function keyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? "Mod+" : ""}${event.altKey ? "Alt+" : ""}${key}`;
}

/** What goes by arrows itself, and what is typed into. */
const GOES_BY_ARROWS =
  "table, svg, video, audio, [role=tablist], [role=grid], [role=listbox], [role=menu], [role=slider], [role=radiogroup], [role=toolbar]";
const TYPED_INTO = "input, select, textarea, [contenteditable]";

/** The key belongs to what has the focus: a field, a list that goes by arrows, or a dialog over the page. */
function isTaken(event: KeyboardEvent, key: string): boolean {
  if (key.startsWith("Mod+")) return false;
  if (document.querySelector("dialog:modal, [aria-modal=true]") !== null) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPED_INTO) !== null) return true;
  return key.startsWith("Arrow") && target.closest(GOES_BY_ARROWS) !== null;
}
