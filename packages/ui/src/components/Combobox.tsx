import { createSignal, createUniqueId, For, Show } from "solid-js";
import "./field.css";
import "./combobox.css";
import { Icon } from "./Icon.tsx";

/** Something to choose: its value, its name, and its meaning at the right. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly meaning?: string;
}

interface ComboboxProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Called with what was typed or chosen. Typing something new is allowed. */
  readonly onChoose: (value: string) => void;
  /** The row that takes what was typed as new, `Use “lib” as a new product`. */
  readonly newName: (typed: string) => string;
  readonly disabled?: boolean;
}

/** At most this many rows are drawn; typing narrows the rest. */
const ROWS = 8;

/** A text field with suggestions (ARIA combobox with a listbox). */
export function Combobox(props: ComboboxProps) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal<string | null>(null);
  const [at, setAt] = createSignal(0);
  const shown = () => typed() ?? nameOf(props.choices, props.value);
  const rows = () => rowsFor(props.choices, typed() ?? "", props.newName);

  const choose = (row: Choice | undefined) => {
    setOpen(false);
    setTyped(null);
    if (row !== undefined) props.onChoose(row.value);
  };
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((row) => (open() ? (row + step + rows().length) % Math.max(1, rows().length) : 0));
      setOpen(true);
    } else if (event.key === "Enter" && open()) {
      event.preventDefault();
      choose(rows()[at()]);
    } else if (event.key === "Escape" && open()) {
      event.stopPropagation();
      choose(undefined);
    }
  };

  return (
    <div class="combobox">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        class="field-input combobox-input"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        disabled={props.disabled}
        aria-expanded={open()}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open() ? `${id}-${at()}` : undefined}
        value={shown()}
        onInput={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => choose(typed() === null ? undefined : rows()[at()])}
      />
      <Icon name="open" size="small" />
      <Show when={open()}>
        <Suggestions
          id={id}
          label={props.label}
          rows={rows()}
          at={at()}
          typed={typed() ?? ""}
          onChoose={choose}
        />
      </Show>
    </div>
  );
}

interface SuggestionsProps {
  /** Of the field; the list and its rows are named after it. */
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Choice[];
  /** The row that Enter takes. */
  readonly at: number;
  readonly typed: string;
  readonly onChoose: (row: Choice) => void;
}

function Suggestions(props: SuggestionsProps) {
  return (
    <div id={`${props.id}-list`} class="combobox-list" role="listbox" aria-label={props.label}>
      <For each={props.rows}>
        {(row, index) => (
          <div
            id={`${props.id}-${index()}`}
            role="option"
            aria-selected={index() === props.at}
            class="combobox-row"
            // The press comes before the field loses focus and closes the list.
            onPointerDown={(event) => {
              event.preventDefault();
              props.onChoose(row);
            }}
          >
            <span class="combobox-name">
              <Matched text={row.name} part={props.typed} />
            </span>
            <span class="combobox-meaning">{row.meaning}</span>
          </div>
        )}
      </For>
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

function nameOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.name ?? value;
}

function rowsFor(
  choices: readonly Choice[],
  typed: string,
  newName: (typed: string) => string,
): readonly Choice[] {
  const sought = typed.trim().toLowerCase();
  const found = choices.filter((choice) => choice.name.toLowerCase().includes(sought)).slice(0, ROWS);
  const known = choices.some((choice) => choice.name.toLowerCase() === sought || choice.value === sought);
  return sought === "" || known ? found : [...found, { value: typed.trim(), name: newName(typed.trim()) }];
}
