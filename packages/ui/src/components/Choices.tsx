import { createEffect, createUniqueId, For } from "solid-js";
import { Icon } from "./Icon.tsx";
import "./choices.css";

interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some of what it stands for is chosen, not all. */
  readonly mixed?: boolean;
  readonly disabled?: boolean;
  readonly name?: string;
  /** The label is said, not shown: in a table whose row says what is chosen. */
  readonly bare?: boolean;
}

/** The browser's own box, drawn in ink. */
export function Checkbox(props: CheckboxProps) {
  return (
    <label class="choice" classList={{ "choice-disabled": props.disabled === true }}>
      <span class="choice-mark">
        <input
          type="checkbox"
          class="choice-box"
          name={props.name}
          checked={props.checked}
          ref={(box) => createEffect(() => (box.indeterminate = props.mixed === true))}
          disabled={props.disabled}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <Icon name="check" size="small" />
      </span>
      <span classList={{ said: props.bare === true }}>{props.label}</span>
    </label>
  );
}

/** One of a few that are all seen at once: its value and its words. */
export interface Option {
  readonly value: string;
  readonly name: string;
  readonly disabled?: boolean;
}

interface OneOfProps {
  /** What is chosen; shown above the radios, only said with the segments. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** A few choices with their words, one of which holds. */
export function Radios(props: OneOfProps & { readonly bare?: boolean }) {
  const name = createUniqueId();
  return (
    <fieldset class="radios">
      <legend class="field-label" classList={{ said: props.bare === true }}>
        {props.label}
      </legend>
      <div class="radios-row">
        <For each={props.options}>
          {(option) => (
            <label class="choice" classList={{ "choice-disabled": option.disabled === true }}>
              <input
                type="radio"
                class="choice-dot"
                name={name}
                checked={option.value === props.value}
                disabled={option.disabled}
                onChange={() => props.onChoose(option.value)}
              />
              <span>{option.name}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}

/** Two or three short choices of what is shown, the chosen one filled with ink. The arrow keys move between them. */
export function Segmented(props: OneOfProps) {
  const name = createUniqueId();
  return (
    <div class="segmented" role="radiogroup" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <label class="segment">
            <input
              type="radio"
              class="said"
              name={name}
              checked={option.value === props.value}
              disabled={option.disabled}
              onChange={() => props.onChoose(option.value)}
            />
            <span>{option.name}</span>
          </label>
        )}
      </For>
    </div>
  );
}
