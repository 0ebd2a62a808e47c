/** What lies over the page: one thing at a time, called by key or by button. */
import { createSignal } from "solid-js";

const [summoned, setSummoned] = createSignal<"palette" | "keys" | "log" | null>(null);

export { summoned };

export function summon(what: "palette" | "keys" | "log"): void {
  setSummoned(what);
}

export function dismiss(): void {
  setSummoned(null);
}
