import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import "./chart.css";
import { moved } from "./moves.ts";
import { type Reading, useCaptionLine } from "./reading.ts";

interface ChartProps {
  /** One sentence that says what the drawing shows. */
  readonly label: string;
  /** Where nothing can be measured, on the server and in the first frame. */
  readonly usualWidth: number;
  /** Follows from the width, so that a narrow drawing may be laid out another way. */
  readonly height: (width: number) => number;
  readonly reading?: Reading | undefined;
  /** How many values can be read. */
  readonly places: number;
  /** Where the keys begin: at the last value by default, the one that counts now. */
  readonly start?: number | undefined;
  /** So many of them side by side, in a drawing with rows and columns. */
  readonly across?: number;
  /** Which value is meant by a point of the drawing, in its pixels. */
  readonly nearest: (x: number, y: number, width: number) => number;
  /** The drawing for the width that there is, with the reading mark at a place or nowhere. */
  readonly children: (width: () => number, mark: () => number | null) => JSX.Element;
}

/**
 * A drawing as wide as its surroundings. Its height is known before its width, so that nothing jumps: the width is
 * measured between layout and paint. Above it lies what takes the pointer and the keys, a slider without a thumb,
 * because a picture may hold nothing that is pressed.
 */
export function Chart(props: ChartProps) {
  const [measured, setMeasured] = createSignal<number>();
  const [mark, setMark] = createSignal<number | null>(null);
  const width = () => measured() ?? props.usualWidth;
  const height = () => props.height(width());
  let box: HTMLDivElement | undefined;

  onMount(() => {
    if (box === undefined) return;
    const observer = new ResizeObserver(([entry]) => {
      const wide = Math.floor(entry?.contentRect.width ?? 0);
      if (wide > 0) setMeasured(wide);
    });
    observer.observe(box);
    onCleanup(() => observer.disconnect());
  });

  return (
    <div class="chart" ref={(element) => (box = element)}>
      <svg
        role="img"
        aria-label={props.label}
        viewBox={`0 0 ${width()} ${height()}`}
        height={height()}
        preserveAspectRatio="xMinYMin meet"
      >
        {props.children(width, mark)}
      </svg>
      <Show when={props.places > 0 ? props.reading : undefined}>
        {(reading) => (
          <ReadingMark
            reading={reading()}
            places={props.places}
            across={props.across ?? 1}
            start={props.start ?? props.places - 1}
            at={mark()}
            nearest={(x, y) => props.nearest(x, y, width())}
            onMove={setMark}
          />
        )}
      </Show>
    </div>
  );
}

interface ReadingMarkProps {
  readonly reading: Reading;
  readonly places: number;
  readonly across: number;
  readonly start: number;
  readonly at: number | null;
  readonly nearest: (x: number, y: number) => number;
  readonly onMove: (to: number | null) => void;
}

function ReadingMark(props: ReadingMarkProps) {
  const caption = useCaptionLine();
  const last = () => props.places - 1;
  const now = () => Math.min(props.at ?? props.start, last());
  const go = (to: number | null) => {
    props.onMove(to);
    caption(to === null ? null : props.reading.at(to));
  };
  const point = (event: PointerEvent) =>
    go(Math.min(last(), Math.max(0, props.nearest(event.offsetX, event.offsetY))));
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && props.at !== null) {
      event.preventDefault();
      go(null);
      return;
    }
    const to = moved(event.key, now(), props.places, props.across);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(props.at === null && event.key.startsWith("Arrow") ? now() : to);
  };
  return (
    <div
      class="chart-reading not-printed"
      role="slider"
      tabindex="0"
      aria-label={props.reading.name}
      aria-valuemin={1}
      aria-valuemax={props.places}
      aria-valuenow={now() + 1}
      aria-valuetext={props.reading.at(now())}
      onPointerMove={point}
      onPointerDown={point}
      // A finger that is lifted has left too: what it pointed at stays until another place is touched.
      onPointerLeave={(event) => {
        if (event.pointerType === "mouse") go(null);
      }}
      onKeyDown={press}
      onBlur={() => go(null)}
    />
  );
}
