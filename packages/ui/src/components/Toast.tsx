import { createSignal, For, Show } from "solid-js";
import { Icon } from "./Icon.tsx";
import "./toast.css";

interface ToastText {
  readonly sentence: string;
  readonly action?: { readonly name: string; readonly run: () => void };
}

/** Long enough to read one sentence twice; hover and focus stop the clock. */
const SHOWN_MS = 8000;

const [toasts, setToasts] = createSignal<readonly ToastText[]>([]);

/** Says what happened, with an undo where there is one. */
export function showToast(toast: ToastText): void {
  setToasts((shown) => [...shown.slice(-2), toast]);
}

/** The strip at the bottom left. It stands in the page from the start, so that screen readers notice its changes. */
export function Toasts() {
  return (
    <div class="toasts not-printed" role="status">
      <For each={toasts()}>{(toast) => <Strip toast={toast} />}</For>
    </div>
  );
}

function Strip(props: { readonly toast: ToastText }) {
  const close = () => setToasts((shown) => shown.filter((other) => other !== props.toast));
  let timer = setTimeout(close, SHOWN_MS);
  const hold = () => clearTimeout(timer);
  const release = () => {
    clearTimeout(timer);
    timer = setTimeout(close, SHOWN_MS);
  };
  return (
    <div class="toast" onPointerEnter={hold} onPointerLeave={release} onFocusIn={hold} onFocusOut={release}>
      <span>{props.toast.sentence}</span>
      <Show when={props.toast.action}>
        {(action) => (
          <button
            type="button"
            class="toast-action"
            onClick={() => {
              action().run();
              close();
            }}
          >
            {action().name}
          </button>
        )}
      </Show>
      <button type="button" class="toast-close" aria-label="Close" onClick={close}>
        <Icon name="close" size="small" />
      </button>
    </div>
  );
}
