import { Kbd } from "@headwater/ui/components";
import { createEffect, createSignal, For, onMount, Show } from "solid-js";
import { changeLink } from "@headwater/domain/contribution";
import type { Entry } from "./entry.ts";
import { lineOf } from "./entry.ts";
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
  const [suggestion, setSuggestion] = createSignal(-1);
  onMount(() => {
    props.input(field);
    field.focus({ preventScroll: true });
  });
  // The mirror holds the same words in the same letters, so that their places can be measured.
  createEffect(() => {
    const { tokens } = props.entry.line();
    queueMicrotask(() => {
      mirror.scrollLeft = field.scrollLeft;
      if (tokens.length >= 0) props.onPlaced([...mirror.querySelectorAll<HTMLElement>("[data-start]")]);
    });
  });

  /** Goes through what is done often, as a command line goes through what was written before. */
  const bringBack = (step: 1 | -1) => {
    const works = props.entry.recent();
    if (works.length === 0) return;
    const next = Math.max(-1, Math.min(works.length - 1, suggestion() + step));
    setSuggestion(next);
    const work = works[next];
    props.onWrite(work === undefined ? "" : lineOf(work));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const atEnd = field.selectionStart === field.value.length && field.selectionEnd === field.value.length;
    if (event.key === "Enter") {
      event.preventDefault();
      setSuggestion(-1);
      props.onLog();
    } else if (event.key === "Tab" && !event.shiftKey && props.entry.completion() !== "") {
      event.preventDefault();
      props.onWrite(`${props.entry.text()}${props.entry.completion()} `);
    } else if (event.key === "ArrowRight" && atEnd && props.entry.completion() !== "") {
      event.preventDefault();
      props.onWrite(`${props.entry.text()}${props.entry.completion()}`);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      bringBack(event.key === "ArrowDown" ? 1 : -1);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (changeLink(pasted) === null || props.entry.text().trim() !== "") return;
    event.preventDefault();
    // What is missing is how long it took: the caret stands where it belongs.
    props.onWrite(` ${pasted}`);
    queueMicrotask(() => field.setSelectionRange(0, 0));
  };

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
          onPaste={onPaste}
        />
      </div>
      <Show when={props.entry.completion() !== ""}>
        <Kbd keys="Tab" />
      </Show>
    </div>
  );
}
