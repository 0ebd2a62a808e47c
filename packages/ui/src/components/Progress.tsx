import { Show } from "solid-js";
import "./progress.css";

/** A thin line that fills; without a share it says only that something goes on. */
export function Progress(props: { readonly label: string; readonly share: number | null }) {
  return (
    <Show when={props.share !== null} fallback={<progress class="progress" aria-label={props.label} />}>
      <progress class="progress" aria-label={props.label} max={1} value={props.share ?? 0} />
    </Show>
  );
}
