import { createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from "solid-js";
import "./combobox.css";
import { type Choice, createSearch, isKnown, matching, type Search } from "./combobox-rows.ts";
import { Below } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { createPopover } from "./popover.ts";
import "./popover.css";
import { AfterAWhile } from "./Skeleton.tsx";
import { words } from "./words.ts";

interface ComboboxProps {
  readonly label: string;
  /** The label is said, not shown. */
  readonly bare?: boolean;
  readonly value: string;
  /** The name of the value, where it is not among the choices. */
  readonly shown?: string | undefined;
  /** All that can be chosen, or with `search` what is offered before anything is typed. */
  readonly choices?: readonly Choice[];
  /** Asks the server for what fits, 120 ms after the last letter. */
  readonly search?: Search;
  /** Called with the value of what was chosen, or with what was typed where it is new. */
  readonly onChoose: (value: string, choice: Choice) => void;
  /** The row that takes what was typed as new, `Use “lib” as a new product`. */
  readonly newName?: ((typed: string) => string) | undefined;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly help?: JSX.Element;
  readonly error?: string | undefined;
}

/** A text field with suggestions (ARIA combobox with a listbox). What was typed is looked for here or on the server. */
export function Combobox(props: ComboboxProps) {
  const id = createUniqueId();
  const box = createCombobox(props);
  return (
    <div class="combobox">
      <label class="field-label" classList={{ said: props.bare === true }} for={id}>
        {props.label}
      </label>
      <span
        class="combobox-field"
        ref={(element) => {
          box.popover.anchorAt(element);
        }}
      >
        <input
          ref={(element) => {
            element.addEventListener("keydown", box.onKeyDown);
          }}
          id={id}
          class="field-input combobox-input"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          disabled={props.disabled}
          placeholder={props.placeholder}
          aria-expanded={box.popover.isOpen()}
          aria-controls={box.popover.id}
          aria-autocomplete="list"
          aria-activedescendant={
            box.popover.isOpen() && box.rows().length > 0 ? `${id}-${box.at()}` : undefined
          }
          aria-invalid={props.error === undefined ? undefined : "true"}
          aria-describedby={`${id}-below`}
          value={box.typed() ?? box.shownName()}
          onInput={(event) => box.type(event.currentTarget.value)}
          onClick={() => box.popover.show()}
          onBlur={box.leave}
        />
        <Icon name="open" size="small" />
      </span>
      <div
        ref={(element) => {
          box.popover.hangOn(element);
        }}
        class="popover combobox-list"
        role="listbox"
        aria-label={props.label}
      >
        <Suggestions
          id={id}
          rows={box.rows()}
          at={box.at()}
          typed={box.text()}
          newRow={box.isNew()}
          state={props.search === undefined ? "still" : box.state()}
          onPoint={box.setAt}
          onChoose={box.choose}
        />
      </div>
      <Show when={props.help !== undefined || props.error !== undefined}>
        <Below id={`${id}-below`} help={props.help} error={props.error} />
      </Show>
    </div>
  );
}

/** What is typed, what fits it, and what the keys do. */
function createCombobox(props: ComboboxProps) {
  const popover = createPopover("manual", { asWide: true });
  const [typed, setTyped] = createSignal<string | null>(null);
  const [at, setAt] = createSignal(0);
  const shownName = () =>
    props.choices?.find((choice) => choice.value === props.value)?.name ?? props.shown ?? props.value;
  const text = () => typed() ?? "";
  const found = createSearch(() => props.search, text, popover.isOpen);
  const known = () =>
    props.search === undefined || (text() === "" && props.choices !== undefined)
      ? matching(props.choices ?? [], text())
      : found.rows();
  const isNew = () => props.newName !== undefined && text().trim() !== "" && !isKnown(known(), text());
  const rows = (): readonly Choice[] =>
    isNew() ? [...known(), { value: text().trim(), name: props.newName?.(text().trim()) ?? "" }] : known();

  const choose = (row: Choice | undefined) => {
    popover.hide();
    setTyped(null);
    if (row !== undefined) props.onChoose(row.value, row);
  };
  const type = (next: string) => {
    setTyped(next);
    setAt(0);
    popover.show();
  };
  const step = (by: number) => {
    setAt((row) => (popover.isOpen() ? (row + by + rows().length) % Math.max(1, rows().length) : 0));
    popover.show();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) step(by);
    else if (event.key === "Enter" && popover.isOpen()) choose(rows()[at()]);
    else if (event.key === "Escape" && popover.isOpen()) {
      event.stopPropagation();
      choose(undefined);
    } else return;
    event.preventDefault();
  };
  // Whoever leaves with Tab means the marked row; of a search only what was typed to its end.
  const leave = () => {
    if (typed() === null) return choose(undefined);
    choose(props.search === undefined ? rows()[at()] : rows().find((row) => isKnown([row], text())));
  };
  return {
    popover,
    typed,
    text,
    at,
    setAt,
    rows,
    isNew,
    state: found.state,
    shownName,
    choose,
    type,
    onKeyDown,
    leave,
  };
}

interface SuggestionsProps {
  /** Of the field; the rows are named after it. */
  readonly id: string;
  readonly rows: readonly Choice[];
  /** The row that Enter takes. */
  readonly at: number;
  readonly typed: string;
  /** The last row takes what was typed as new. */
  readonly newRow: boolean;
  readonly state: "still" | "asking" | "failed";
  readonly onPoint: (row: number) => void;
  readonly onChoose: (row: Choice) => void;
}

function Suggestions(props: SuggestionsProps) {
  const isNew = (index: number) => props.newRow && index === props.rows.length - 1;
  return (
    <>
      <For each={props.rows}>
        {(row, index) => (
          <div
            id={`${props.id}-${index()}`}
            role="option"
            aria-selected={index() === props.at}
            class="popover-row combobox-row"
            classList={{ "popover-row-at": index() === props.at, "combobox-new": isNew(index()) }}
            onPointerMove={() => props.onPoint(index())}
            // The press comes before the field loses focus and closes the list.
            onPointerDown={(event) => {
              event.preventDefault();
              props.onChoose(row);
            }}
          >
            <span class="combobox-name">
              <Show when={!isNew(index())} fallback={row.name}>
                <Matched text={row.name} part={props.typed.trim()} />
              </Show>
            </span>
            <span class="popover-meaning">{row.meaning}</span>
          </div>
        )}
      </For>
      <Switch>
        <Match when={props.state === "failed"}>
          <Remark said={words().searchFailed} />
        </Match>
        <Match when={props.state === "asking" && props.rows.length === 0}>
          <AfterAWhile>
            <Remark said={words().searching} />
          </AfterAWhile>
        </Match>
        <Match when={props.state === "still" && props.rows.length === 0}>
          <Remark said={words().nothingFound} />
        </Match>
      </Switch>
    </>
  );
}

/** An option that cannot be chosen: a listbox may hold nothing else. */
function Remark(props: { readonly said: string }) {
  return (
    <div class="popover-row combobox-remark" role="option" aria-selected="false" aria-disabled="true">
      {props.said}
    </div>
  );
}

/** The part that was typed has a petrol line under it. */
function Matched(props: { readonly text: string; readonly part: string }) {
  const from = () => props.text.toLowerCase().indexOf(props.part.toLowerCase());
  return (
    <Show when={props.part !== "" && from() >= 0} fallback={props.text}>
      {props.text.slice(0, from())}
      <span class="combobox-match">{props.text.slice(from(), from() + props.part.length)}</span>
      {props.text.slice(from() + props.part.length)}
    </Show>
  );
}
