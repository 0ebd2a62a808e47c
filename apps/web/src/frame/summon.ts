/** What lies over the page: one thing at a time, called by key or by button. */
import { createSignal } from "solid-js";

export type Summons = "palette" | "keys" | "log";

const [summoned, setSummoned] = createSignal<Summons | null>(null);

export { summoned };

export function summon(what: Summons): void {
  setSummoned(what);
}

export function dismiss(): void {
  setSummoned(null);
}
