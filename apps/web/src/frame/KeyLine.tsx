import { For, Show } from "solid-js";
import { KeyNames } from "./KeyNames.tsx";
import { keyLine } from "./key-line.ts";
import { activeKeys, singleKeys } from "./keys.ts";

/** More than these nobody reads at the edge of the eye. */
const SHOWN = 5;

/** The keys that help on this page, at the foot of wide windows; `?` has all. */
export function KeyLine() {
  const shown = () =>
    activeKeys()
      .filter(({ onLine, key }) => onLine === true && (singleKeys() || key.length > 1))
      .slice(0, SHOWN);
  return (
    <Show when={keyLine() && shown().length > 0}>
      <div class="key-line not-printed" aria-hidden="true">
        <For each={shown()}>
          {(shortcut) => (
            <span>
              <KeyNames of={shortcut.key} /> {shortcut.does}
            </span>
          )}
        </For>
      </div>
    </Show>
  );
}
