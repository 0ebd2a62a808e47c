import { createSignal, onCleanup } from "solid-js";

/** Whether a media query holds, while the owner lives. */
export function createMedia(query: string): () => boolean {
  const list = window.matchMedia(query);
  const [holds, setHolds] = createSignal(list.matches);
  const listen = () => setHolds(list.matches);
  list.addEventListener("change", listen);
  onCleanup(() => list.removeEventListener("change", listen));
  return holds;
}

/** Whether the page is being printed: then all of it must stand in it, also what the window does not show. */
export function createPrinting(): () => boolean {
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

/** The width of an element's content in CSS pixels, as long as it is on the screen and not on paper. */
export function createWidth(element: () => Element, before: number): () => number {
  const [width, setWidth] = createSignal(before);
  const watched = new ResizeObserver(([entry]) => {
    if (entry !== undefined && !window.matchMedia("print").matches) setWidth(entry.contentRect.width);
  });
  queueMicrotask(() => watched.observe(element()));
  onCleanup(() => watched.disconnect());
  return width;
}

/** The density token in CSS pixels; it changes where the window becomes a phone's. */
export function rowHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || 26;
}
