import { Checkbox, Dialog } from "@headwater/ui/components";
import { For, Show } from "solid-js";
import { KeyNames } from "./KeyNames.tsx";
import { keyLine, switchKeyLine } from "./key-line.ts";
import "./keys.css";
import { activeKeys, type Shortcut, singleKeys, switchSingleKeys } from "./keys.ts";
import { keyWords as t } from "./words.ts";

/** Every key that does something on the page that is seen, and the switches. */
export function KeysDialog(props: { readonly onClose: () => void }) {
  const isGo = ({ key }: Shortcut) => key.startsWith("g ");
  return (
    <Dialog open width="wide" title={t().title} onClose={() => props.onClose()}>
      <div class="keys-columns">
        <Keys title={t().everywhere} keys={activeKeys().filter((key) => !isGo(key))} />
        <Keys title={t().goTo} keys={activeKeys().filter(isGo)} />
      </div>
      <div class="keys-switches">
        <Checkbox label={t().singleKeys} checked={singleKeys()} onChange={switchSingleKeys} />
        <p class="note">{t().singleKeysHelp}</p>
        <Checkbox label={t().keyLine} checked={keyLine()} onChange={switchKeyLine} />
        <p class="note">{t().keyLineHelp}</p>
      </div>
    </Dialog>
  );
}

function Keys(props: { readonly title: string; readonly keys: readonly Shortcut[] }) {
  return (
    <Show when={props.keys.length > 0}>
      <section>
        <h3>{props.title}</h3>
        <dl class="keys-list">
          <For each={props.keys}>
            {(shortcut) => (
              <div>
                <dt>{shortcut.does}</dt>
                <dd>
                  <KeyNames of={shortcut.key} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </Show>
  );
}
