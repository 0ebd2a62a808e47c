import { createSignal, For, onCleanup, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import { Kbd } from "./Kbd.tsx";
import "./toast.css";
import { words } from "./words.ts";

interface Toast {
  /** What happened, in one sentence or its beginning: `Logged 0:45, review, curl`. */
  readonly said: string;
  /** Takes it back. Rejects with an Error whose message says why it could not. */
  readonly undo?: (() => Promise<void>) | undefined;
}

/** Long enough to read one sentence twice; hover and focus stop the clock. */
const SHOWN_MS = 8000;

/** More at once would cover the page. */
const MOST = 3;

const [toasts, setToasts] = createSignal<readonly Toast[]>([]);

/** Says what happened, with an undo where there is one. */
export function showToast(toast: Toast): void {
  setToasts((shown) => [...shown.slice(1 - MOST), { ...toast }]);
}

/** Takes back the last thing that a toast on the screen offers to take back; false where there is none. For the key `Z`. */
export function undoLast(): boolean {
  const last = toasts().findLast((toast) => toast.undo !== undefined);
  if (last === undefined) return false;
  void takeBack(last);
  return true;
}

function close(toast: Toast): void {
  setToasts((shown) => shown.filter((other) => other !== toast));
}

/** The toast goes first, so that a second press of the key never takes back twice. */
async function takeBack(toast: Toast): Promise<void> {
  close(toast);
  try {
    await toast.undo?.();
    showToast({ said: words().undone });
  } catch (error) {
    showToast({ said: words().notUndone(error instanceof Error ? error.message : String(error)) });
  }
}

/** The strip at the bottom left. It stands in the page from the start, so that screen readers notice its changes. */
export function Toasts() {
  return (
    <div class="toasts not-printed" role="status">
      <For each={toasts()}>{(toast) => <Strip toast={toast} />}</For>
    </div>
  );
}

function Strip(props: { readonly toast: Toast }) {
  let timer = setTimeout(() => close(props.toast), SHOWN_MS);
  const hold = () => clearTimeout(timer);
  const release = () => {
    hold();
    timer = setTimeout(() => close(props.toast), SHOWN_MS);
  };
  onCleanup(hold);
  return (
    <div class="toast" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
      <span>{props.toast.said}</span>
      <Show when={props.toast.undo}>
        <span class="toast-undo">
          <button type="button" class="toast-action" onClick={() => void takeBack(props.toast)}>
            {words().undo}
          </button>
          <Kbd keys="Z" />
        </span>
      </Show>
      <button type="button" class="toast-close" aria-label={words().close} onClick={() => close(props.toast)}>
        <Icon name="close" size="small" />
      </button>
    </div>
  );
}
