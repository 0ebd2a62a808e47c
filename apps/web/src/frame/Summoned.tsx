import { type Component, createEffect, createSignal, on, Show } from "solid-js";
import { dismiss, summoned, type Summons } from "./summon.ts";

type Overlay = Component<{ readonly onClose: () => void }>;

const loads: Readonly<Record<Summons, () => Promise<Overlay>>> = {
  palette: async () => (await import("./palette/Palette.tsx")).Palette,
  keys: async () => (await import("./KeysDialog.tsx")).KeysDialog,
  log: async () => (await import("../pages/log/LogDialog.tsx")).LogDialog,
};

/**
 * What was called over the page, loaded when it is first called. It stands in no Suspense: one that waits for an answer
 * would take the open dialog out of the page for that time, and with it the focus.
 */
export function Summoned() {
  const [overlay, setOverlay] = createSignal<Overlay | null>(null);
  createEffect(
    on(summoned, (what) => {
      if (what === null) setOverlay(null);
      else void load(what);
    }),
  );
  const load = async (what: Summons) => {
    const loaded = await loads[what]();
    if (summoned() === what) setOverlay(() => loaded);
  };
  return (
    <Show when={overlay()} keyed>
      {(Over) => <Over onClose={dismiss} />}
    </Show>
  );
}
