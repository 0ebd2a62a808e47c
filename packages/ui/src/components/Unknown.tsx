import { Show } from "solid-js";
import "./unknown.css";
import { words } from "./words.ts";

/** Not zero: nobody can say. The reason stands on the same line where there is room, and is always said. */
export function Unknown(props: { readonly reason: string; readonly short?: boolean }) {
  return (
    <span class="unknown">
      {words().unknown}
      <Show when={props.reason !== words().unknown}>
        <span class={props.short === true ? "said" : undefined}>{`: ${props.reason}`}</span>
      </Show>
    </span>
  );
}
