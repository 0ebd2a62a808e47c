import { For, Show } from "solid-js";
import { type PromisePart, promiseMarks } from "./promise.ts";
import "./promise.css";

interface PromiseBarProps {
  /** In the order in which they are drawn: given, locked, proposed. */
  readonly parts: readonly PromisePart[];
  /** The whole budget, or the fair share of a line; null where nobody can say what is fair. */
  readonly whole: number | null;
  /** Where the axis ends, the same for all bars of a column; the whole itself when it is left out. */
  readonly end?: number;
  /** One sentence: `Locked 23,000, proposed 53,000, reserve 4,000`. */
  readonly label: string;
  /** 10 px in a cell, 16 px alone. */
  readonly height?: number;
}

/** A promise on the way to its whole: solid is given, tinted is locked, outlined is proposed, the pale rest is open. */
export function PromiseBar(props: PromiseBarProps) {
  const height = () => props.height ?? 10;
  const end = () => props.end ?? props.whole ?? 0;
  const marks = () => promiseMarks(props.parts, end());
  const axis = () =>
    Math.max(
      end(),
      props.parts.reduce((sum, { amount }) => sum + amount, 0),
    );
  return (
    <svg class="promise" role="img" aria-label={props.label} height={height()}>
      <Show
        when={props.whole !== null}
        fallback={<line class="promise-unknown" x1="1" x2="100%" y1={height() / 2} y2={height() / 2} />}
      >
        <rect
          class="promise-whole"
          width={`${axis() > 0 ? Math.min(100, ((props.whole ?? 0) / axis()) * 100) : 0}%`}
          height={height()}
        />
      </Show>
      <For each={marks()}>
        {({ hardness, from, width }) => (
          // A box of its own cuts the outer half of the edge off, so that parts of any width stay inside.
          <svg x={`${from}%`} width={`${width}%`} height={height()}>
            <rect class={`promise-${hardness}`} width="100%" height={height()} />
          </svg>
        )}
      </For>
    </svg>
  );
}
