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

/** Why the verdict is partial, and the one action that makes it whole. */
export function VerdictNote(props: { readonly children: JSX.Element }) {
  return <p class="verdict-note">{props.children}</p>;
}
