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

/** Which lines of a long body are drawn, as the page scrolls. */
export function createNear(of: NearOf): Near {
  const [near, setNear] = createSignal<Drawn>({ from: 0, to: ALL_OF }, { equals: sameLines });
  const top = () => of.body().getBoundingClientRect().top;
  const look = () => setNear(linesNear(of.offsets(), top(), window.innerHeight));
  onMount(() => {
    const lookAnew = () => {
      of.onRowHeight(rowHeight());
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
      if (of.whole() || lines <= ALL_OF) return { from: 0, to: lines };
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

function sameLines(one: Drawn, other: Drawn): boolean {
  return one.from === other.from && one.to === other.to;
}
