import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import "./skeleton.css";

/** Waits shorter than this show nothing: a flash of grey is worse than a still page. */
const PATIENCE_MS = 300;

/** Its children, but only once the wait is long enough to be noticed. */
export function AfterAWhile(props: { readonly children: JSX.Element }) {
  const [late, setLate] = createSignal(false);
  onMount(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return <Show when={late()}>{props.children}</Show>;
}

/** A still line at the edge where the text or the figure will stand. */
export function Skeleton(props: { readonly as: "name" | "figure" | "sentence" }) {
  return <span class={`skeleton skeleton-${props.as}`} />;
}
