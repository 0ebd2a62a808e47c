import { Kbd } from "@headwater/ui/components";
import { createEffect, For, on, onMount, Show } from "solid-js";
import type { Entry } from "./entry.ts";
import { createLineKeys, pasteAddress } from "./line-keys.ts";
import { t } from "./texts.ts";

interface LogLineProps {
  readonly entry: Entry;
  readonly onWrite: (text: string) => void;
  /** The sentences below it. */
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly onLog: () => void;
  /** Where the words of the line stand, told whenever that changes. */
  readonly onPlaced: (words: readonly HTMLElement[]) => void;
  readonly input: (element: HTMLInputElement) => void;
}

/** One line of serif on a rule. What would complete it stands behind the caret; Tab takes it. */
export function LogLine(props: LogLineProps) {
  let field!: HTMLInputElement;
  let mirror!: HTMLDivElement;
  onMount(() => {
    props.input(field);
    field.focus({ preventScroll: true });
  });
  // The mirror holds the same words in the same letters, so that their places can be measured.
  createEffect(
    on(
      () => props.entry.line().tokens,
      () =>
        queueMicrotask(() => {
          mirror.scrollLeft = field.scrollLeft;
          props.onPlaced([...mirror.querySelectorAll<HTMLElement>("[data-start]")]);
        }),
    ),
  );
  const actions = {
    get entry() {
      return props.entry;
    },
    onWrite: (text: string) => props.onWrite(text),
    onLog: () => props.onLog(),
  };
  const onKeyDown = createLineKeys(actions);

  return (
    <div class="log-line">
      <div class="log-line-room">
        <div class="log-line-mirror" aria-hidden="true" ref={(element) => (mirror = element)}>
          <For each={props.entry.line().tokens}>
            {(token) => (
              <span data-start={token.start} data-meaning={token.meaning}>
                {token.text}
              </span>
            )}
          </For>
          <span class="log-line-completion">{props.entry.completion()}</span>
          <Show when={props.entry.text() === ""}>
            <span class="log-line-completion">{t().example}</span>
          </Show>
        </div>
        <input
          ref={(element) => (field = element)}
          class="log-line-field"
          aria-label={t().lineLabel}
          aria-describedby={props.describedBy}
          aria-invalid={props.invalid ? "true" : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="done"
          maxLength={2000}
          value={props.entry.text()}
          onInput={(event) => props.onWrite(event.currentTarget.value)}
          onScroll={() => (mirror.scrollLeft = field.scrollLeft)}
          onKeyDown={onKeyDown}
          onPaste={(event) => pasteAddress(event, actions)}
        />
      </div>
      <Show when={props.entry.completion() !== ""}>
        <Kbd keys="Tab" />
      </Show>
    </div>
  );
}
