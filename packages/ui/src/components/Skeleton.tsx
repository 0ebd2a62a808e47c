import { createSignal, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import "./skeleton.css";
import { words } from "./words.ts";

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
export function Skeleton(props: { readonly as: "name" | "figure" | "sentence" | "line" }) {
  return <span class={`skeleton skeleton-${props.as}`} />;
}

interface LoadingProps {
  /** As many still lines as there will be, about; one is a sentence. */
  readonly lines?: number;
}

/** A part of a page that is on its way: after 300 ms still lines where its text will stand, and a word for the ear. */
export function Loading(props: LoadingProps) {
  const lines = () => Array.from({ length: props.lines ?? 1 }, (_, line) => line);
  return (
    <AfterAWhile>
      <div class="loading" role="status">
        <span class="said">{words().loading}</span>
        <For each={lines()}>{(line) => <Skeleton as={line === 0 ? "sentence" : "line"} />}</For>
      </div>
    </AfterAWhile>
  );
}
