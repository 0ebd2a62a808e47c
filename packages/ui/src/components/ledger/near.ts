import { createSignal, onCleanup, onMount } from "solid-js";
import { ALL_OF, type Drawn, linesNear } from "./lines.ts";
import { rowHeight } from "./window.ts";

interface Near {
  /** The lines that are drawn. */
  readonly drawn: () => Drawn;
  /** Scrolls a line into the window, if it is not, and draws it. */
  readonly bring: (line: number) => void;
}

interface NearOf {
  readonly body: () => Element;
  readonly offsets: () => Float64Array;
  /** Every line stands in the page, as paper needs it. */
  readonly whole: () => boolean;
  readonly onRowHeight: (px: number) => void;
}

/** What lies over the page's edges: the running head with the table's own, and the key line. CSS pixels. */
const HEAD_PX = 120;
const FOOT_PX = 72;

/** No density sets rows closer. */
const LEAST_ROW_PX = 26;
const LINES_AT_A_TIME = 8;

/** Which lines of a long body are drawn, as the page scrolls. */
export function createNear(of: NearOf): Near {
  const atOnce = Math.ceil(window.innerHeight / LEAST_ROW_PX);
  const [near, setNear] = createSignal<Drawn>({ from: 0, to: atOnce }, { equals: sameLines });
  const shortLines = createShortLines(atOnce);
  const top = () => of.body().getBoundingClientRect().top;
  const look = () => setNear(linesNear(of.offsets(), top(), window.innerHeight));
  onMount(() => {
    let width = Number.NaN;
    const lookAnew = () => {
      // Reading the token makes the browser compute styles; it changes with the width only.
      if (document.body.clientWidth !== width) of.onRowHeight(rowHeight());
      width = document.body.clientWidth;
      look();
    };
    window.addEventListener("scroll", look, { passive: true });
    const watched = new ResizeObserver(lookAnew);
    watched.observe(document.body);
    onCleanup(() => {
      window.removeEventListener("scroll", look);
      watched.disconnect();
    });
  });
  return {
    drawn: () => {
      const lines = of.offsets().length - 1;
      if (of.whole()) return { from: 0, to: lines };
      if (lines <= ALL_OF) return { from: 0, to: Math.min(lines, Math.max(shortLines(), near().to)) };
      return { from: Math.min(near().from, lines), to: Math.min(near().to, lines) };
    },
    bring: (line) => {
      const begins = top() + (of.offsets()[line] ?? 0);
      const ends = top() + (of.offsets()[line + 1] ?? 0);
      const below = ends - (window.innerHeight - FOOT_PX);
      if (begins < HEAD_PX) window.scrollBy(0, begins - HEAD_PX);
      else if (below > 0) window.scrollBy(0, below);
      look();
    },
  };
}

/** How many lines of a short body are drawn: what the window shows at once, the others when the browser has time. */
function createShortLines(atOnce: number): () => number {
  const [lines, setLines] = createSignal(atOnce);
  let waiting = 0;
  const later = (draw: () => void) => {
    // Safari has no idle callbacks.
    waiting = "requestIdleCallback" in window ? requestIdleCallback(draw) : requestAnimationFrame(draw);
  };
  const draw = () => {
    setLines((drawn) => drawn + LINES_AT_A_TIME);
    if (lines() < ALL_OF) later(draw);
  };
  onMount(() => later(draw));
  onCleanup(() =>
    "cancelIdleCallback" in window ? cancelIdleCallback(waiting) : cancelAnimationFrame(waiting),
  );
  return lines;
}

function sameLines(one: Drawn, other: Drawn): boolean {
  return one.from === other.from && one.to === other.to;
}
