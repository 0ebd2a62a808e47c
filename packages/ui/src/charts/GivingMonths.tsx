import { Show } from "solid-js";
import type { MonthMark, UsageAndGivingMarks } from "./usage-and-giving.ts";

interface GivingBarProps {
  readonly bar: MonthMark | null;
  /** Where zero stands. */
  readonly foot: number;
  /** The month's place on the axis. */
  readonly from: number;
  readonly step: number;
  readonly hatch: string;
}

/** What was given in a month: solid as far as it is recorded, hatched as far as it is estimated, dots when unknown. */
export function GivingBar(props: GivingBarProps) {
  return (
    <Show
      when={props.bar}
      fallback={
        <line
          class="chart-unknown"
          x1={props.from + 3}
          x2={props.from + props.step}
          y1={props.foot - 4}
          y2={props.foot - 4}
        />
      }
    >
      {(bar) => (
        <>
          <rect
            class="chart-give"
            x={bar().x}
            // Zero is drawn: a tick on the line.
            y={bar().height > 0 ? props.foot - bar().height + bar().hatched : props.foot - 1.5}
            width={bar().width}
            height={bar().height > 0 ? bar().height - bar().hatched : 1.5}
          />
          <Show when={bar().hatched > 0}>
            <rect
              class="chart-hatched"
              fill={`url(#${props.hatch})`}
              x={bar().x + 0.5}
              y={props.foot - bar().height + 0.5}
              width={bar().width - 1}
              height={Math.max(0.5, bar().hatched - 1)}
            />
          </Show>
        </>
      )}
    </Show>
  );
}

/** What would be fair in a month of this period: a dotted red line with its words. */
export function FairShareLine(props: { readonly drawn: UsageAndGivingMarks; readonly said: string }) {
  const from = () => props.drawn.parting ?? props.drawn.left;
  // At the head of the panel the words would run into its title.
  const words = (y: number) => (y - props.drawn.giving.top < 10 ? y + 13 : y - 5);
  return (
    <Show when={props.drawn.giving.fairShare}>
      {(y) => (
        <>
          <line class="fair-share-line" x1={from()} x2={props.drawn.right} y1={y()} y2={y()} />
          <text class="chart-axis chart-end chart-in-gap chart-halo" x={props.drawn.right} y={words(y())}>
            {props.said}
          </text>
        </>
      )}
    </Show>
  );
}
