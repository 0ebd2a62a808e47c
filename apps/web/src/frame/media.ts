import { createSignal, onCleanup } from "solid-js";

/** Whether the page is being printed: then all of it must stand in it, also what the window does not show. */
export function whilePrinting(): () => boolean {
  const list = window.matchMedia("print");
  const [printing, setPrinting] = createSignal(list.matches);
  const begin = () => setPrinting(true);
  const end = () => setPrinting(list.matches);
  list.addEventListener("change", end);
  // A browser lays out the paper before it tells the query, but after this event.
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  onCleanup(() => {
    list.removeEventListener("change", end);
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  });
  return printing;
}
