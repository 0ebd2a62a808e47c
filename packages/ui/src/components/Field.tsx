import { createUniqueId, For, type JSX, Show, splitProps } from "solid-js";
import "./field.css";
import { Icon } from "./Icon.tsx";

interface Surrounding {
  readonly label: string;
  /** Said below the field while there is no error. */
  readonly help?: JSX.Element | undefined;
  /** A sentence that says what is right; it takes the place of the help. */
  readonly error?: string | undefined;
}

interface FieldProps extends Surrounding, Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "id"> {}

/** A line of text with its label above and its help or error below. */
export function Field(props: FieldProps) {
  const id = createUniqueId();
  const [own, rest] = splitProps(props, ["label", "help", "error", "class"]);
  return (
    <div class={`field ${own.class ?? ""}`}>
      <label class="field-label" for={id}>
        {own.label}
      </label>
      <input
        {...rest}
        id={id}
        class="field-input"
        aria-invalid={own.error === undefined ? undefined : "true"}
        aria-describedby={`${id}-below`}
      />
      <Below id={`${id}-below`} help={own.help} error={own.error} />
    </div>
  );
}

interface SelectFieldProps extends Surrounding {
  readonly name: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly onChoose: (value: string) => void;
}

/** A choice from a closed list: the browser's own control, which every phone and screen reader knows. */
export function SelectField(props: SelectFieldProps) {
  const id = createUniqueId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <span class="field-choice">
        <select
          id={id}
          name={props.name}
          class="field-input field-select"
          aria-invalid={props.error === undefined ? undefined : "true"}
          aria-describedby={`${id}-below`}
          onChange={(event) => props.onChoose(event.currentTarget.value)}
        >
          <For each={props.choices}>
            {(choice) => (
              <option value={choice.value} selected={choice.value === props.value}>
                {choice.name}
              </option>
            )}
          </For>
        </select>
        <Icon name="open" size="small" />
      </span>
      <Below id={`${id}-below`} help={props.help} error={props.error} />
    </div>
  );
}

/** The help of a field, or the error that takes its place. */
export function Below(props: {
  readonly id: string;
  readonly help: JSX.Element;
  readonly error: string | undefined;
}) {
  return (
    <div id={props.id} class="field-below" aria-live="polite">
      <Show when={props.error} fallback={<span class="field-help">{props.help}</span>}>
        {(error) => <span class="field-error">{error()}</span>}
      </Show>
    </div>
  );
}
