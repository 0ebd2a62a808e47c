import { showToast } from "@headwater/ui/components";
import { type Component, createEffect, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { dismiss, summoned, type Summons } from "./summon.ts";
import { holdKeys } from "./type-ahead.ts";
import { t } from "./words.ts";

type Overlay = Component<{ readonly onClose: () => void }>;

const loads: Readonly<Record<Summons, () => Promise<Overlay>>> = {
  palette: async () => (await import("./palette/Palette.tsx")).Palette,
  keys: async () => (await import("./KeysDialog.tsx")).KeysDialog,
  log: async () => (await import("../pages/log/LogDialog.tsx")).LogDialog,
};

/** The page has its own code first. */
const FETCHED_AFTER_MS = 3000;

/**
 * What was called over the page, loaded when it is first called. It stands in no Suspense: one that waits for an answer
 * would take the open dialog out of the page for that time, and with it the focus.
 */
export function Summoned() {
  const [overlay, setOverlay] = createSignal<Overlay | null>(null);
  let before: Element | null = null;
  createEffect(
    on(summoned, (what) => {
      if (what !== null) {
        before = document.activeElement;
        void load(what);
        return;
      }
      setOverlay(null);
      // What was summoned by key or loaded late has no opener that the browser knows of.
      queueMicrotask(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    }),
  );
  const load = async (what: Summons) => {
    const letGo = holdKeys(dismiss);
    const Loaded = await loads[what]().catch(() => null);
    if (Loaded !== null && summoned() === what) {
      setOverlay(() => Loaded);
      return;
    }
    letGo();
    if (Loaded !== null || summoned() !== what) return;
    // Only its code can be missing here: whatever an overlay asks of the server it says itself.
    dismiss();
    showToast({ said: t().notLoaded });
  };
  onMount(() => {
    // The first call finds it there, also when the network has gone in between.
    const fetched = setTimeout(() => {
      for (const one of Object.values(loads)) void one().catch(() => undefined);
    }, FETCHED_AFTER_MS);
    onCleanup(() => clearTimeout(fetched));
  });
  return (
    <Show when={overlay()} keyed>
      {(Over) => <Over onClose={dismiss} />}
    </Show>
  );
}
