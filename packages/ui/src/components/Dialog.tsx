import { createEffect, createUniqueId, type JSX, on, onCleanup, onMount, Show } from "solid-js";
import "./dialog.css";
import { Icon } from "./Icon.tsx";
import { words } from "./words.ts";

interface DialogProps {
  /** Kept by the caller, in the address where a link should lead to it. */
  readonly open: boolean;
  /** Escape, the cross, or a press beside it. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: JSX.Element;
  /** The buttons at its foot, the primary one first. */
  readonly actions?: JSX.Element;
  readonly width?: "normal" | "wide";
}

/**
 * A question that must be answered first. The browser's own dialog keeps the focus inside, gives it back afterwards and
 * lies over everything.
 */
export function Dialog(props: DialogProps) {
  return (
    <Show when={props.open}>
      <OpenDialog {...props} />
    </Show>
  );
}

function OpenDialog(props: DialogProps) {
  const id = createUniqueId();
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  // Closed before it goes: only then does the browser give the focus back to what opened it.
  onCleanup(() => dialog.close());
  return (
    <dialog
      ref={(element) => {
        dialog = element;
        element.addEventListener("cancel", (event) => {
          event.preventDefault();
          props.onClose();
        });
        element.addEventListener("click", ({ target }) => {
          if (target === element) props.onClose();
        });
      }}
      class="dialog"
      classList={{ "dialog-wide": props.width === "wide" }}
      aria-labelledby={id}
    >
      <div class="dialog-sheet">
        <div class="dialog-head">
          <h2 id={id}>{props.title}</h2>
          <CloseButton onClose={props.onClose} />
        </div>
        <div class="dialog-body">{props.children}</div>
        <Show when={props.actions}>{(actions) => <div class="dialog-actions">{actions()}</div>}</Show>
      </div>
    </dialog>
  );
}

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What lies in it, as a small line at its head: `Coverage of usage, twelve months to 18 Nov 2026`. */
  readonly title: string;
  readonly children: JSX.Element;
  /** What is shown changed though the drawer stayed open: the focus goes to its head again. */
  readonly of?: string | undefined;
}

/**
 * Beside the page, which stays in use: the reasons of a figure, a row's details. Three pixels of ink at its left, no
 * shadow over the page. Escape closes it and the focus goes back to what opened it.
 */
export function Drawer(props: DrawerProps) {
  return (
    <Show when={props.open}>
      <OpenDrawer {...props} />
    </Show>
  );
}

function OpenDrawer(props: DrawerProps) {
  const id = createUniqueId();
  const cameFrom = document.activeElement;
  let drawer!: HTMLElement;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || coveredByDialog(drawer)) return;
    event.preventDefault();
    props.onClose();
  };
  onMount(() => {
    document.addEventListener("keydown", onKeyDown);
    createEffect(
      on(
        () => props.of,
        () => drawer.focus({ preventScroll: true }),
      ),
    );
  });
  onCleanup(() => {
    document.removeEventListener("keydown", onKeyDown);
    const inside = drawer.contains(document.activeElement) || document.activeElement === document.body;
    if (inside && cameFrom instanceof HTMLElement && cameFrom.isConnected)
      cameFrom.focus({ preventScroll: true });
  });
  return (
    <aside
      ref={(element) => {
        drawer = element;
      }}
      class="drawer"
      tabIndex={-1}
      aria-labelledby={id}
    >
      <div class="drawer-head">
        <h2 id={id} class="drawer-title">
          {props.title}
        </h2>
        <CloseButton onClose={props.onClose} />
      </div>
      {props.children}
    </aside>
  );
}

/** A dialog that was opened from the drawer takes the key first. */
function coveredByDialog(drawer: HTMLElement): boolean {
  return [...document.querySelectorAll("dialog:modal, :popover-open")].some(
    (upper) => !upper.contains(drawer),
  );
}

function CloseButton(props: { readonly onClose: () => void }) {
  return (
    <button
      type="button"
      class="dialog-close not-printed"
      aria-label={words().close}
      onClick={() => props.onClose()}
    >
      <Icon name="close" />
    </button>
  );
}
