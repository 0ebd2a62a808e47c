import { createSignal } from "solid-js";

const KEPT_AS = "headwater-key-line";

const [keyLine, setKeyLine] = createSignal(localStorage.getItem(KEPT_AS) !== "off");

/** Whether the keys that help are named at the foot. */
export { keyLine };

/** Shows or hides the key line, for this browser. */
export function switchKeyLine(on: boolean): void {
  if (on) localStorage.removeItem(KEPT_AS);
  else localStorage.setItem(KEPT_AS, "off");
  setKeyLine(on);
}
