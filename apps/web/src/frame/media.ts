import { createSignal, onCleanup } from "solid-js";

/** Whether a media query holds, for what a style sheet cannot say. */
export function holds(query: string): () => boolean {
  const list = window.matchMedia(query);
  const [now, setNow] = createSignal(list.matches);
  const onChange = () => setNow(list.matches);
  list.addEventListener("change", onChange);
  onCleanup(() => list.removeEventListener("change", onChange));
  return now;
}
