import type { JSX } from "solid-js";
import "./verdict.css";

/** The sentence that carries the page. Partial: it turns grey and says so. */
export function Verdict(props: { readonly partial: boolean; readonly children: JSX.Element }) {
  return (
    <h1 class="verdict" classList={{ "verdict-partial": props.partial }}>
      {props.children}
    </h1>
  );
}
