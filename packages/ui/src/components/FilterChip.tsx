import { type JSX, Show } from "solid-js";
import "./filter-chip.css";
import { Icon } from "./Icon.tsx";
import { words } from "./words.ts";

interface FilterChipProps {
  /** What is filtered by, `team`; it stands lighter than the value. */
  readonly field: string;
  readonly value: string;
  readonly onRemove: () => void;
  /** Opens the choice of another value, where there is one. */
  readonly onOpen?: (() => void) | undefined;
}

/** One filter that is on: field, value, and a way to take it away. */
export function FilterChip(props: FilterChipProps) {
  return (
    <span class="filter-chip">
      <Show when={props.onOpen} fallback={<ChipText field={props.field} value={props.value} />}>
        {(open) => (
          <button type="button" class="filter-chip-open" onClick={() => open()()}>
            <ChipText field={props.field} value={props.value} />
          </button>
        )}
      </Show>
      <button
        type="button"
        class="filter-chip-remove"
        aria-label={words().removeFilter(props.field, props.value)}
        onClick={() => props.onRemove()}
      >
        <Icon name="close" size="small" />
      </button>
    </span>
  );
}

function ChipText(props: { readonly field: string; readonly value: string }) {
  return (
    <>
      <span class="filter-chip-field">{props.field}</span>{" "}
      <span class="filter-chip-value">{props.value}</span>
    </>
  );
}

/** The dashed chip that adds a filter. */
export function AddFilter(props: { readonly children: JSX.Element; readonly onClick: () => void }) {
  return (
    <button type="button" class="filter-chip filter-chip-add" onClick={() => props.onClick()}>
      <Icon name="plus" size="small" />
      {props.children}
    </button>
  );
}
