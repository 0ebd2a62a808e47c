import { Show } from "solid-js";
import { roughWidth, shortened } from "./room.ts";
import type { UsageAndGivingMarks } from "./usage-and-giving.ts";

/** Words at a month: what happened to the usage, or what a gift was. */
export interface MonthWords {
  readonly month: number;
  readonly said: string;
}

const AXIS_SIZE = 11;

function middleOf(drawn: UsageAndGivingMarks, month: number): number {
  return drawn.left + (month + 0.5) * drawn.step;
}

/** Words above the usage, with a line down to the step that they explain; cut where the next ones begin. */
export function EventWords(props: {
  readonly event: MonthWords;
  readonly next: MonthWords | undefined;
  readonly drawn: UsageAndGivingMarks;
}) {
  const x = () => middleOf(props.drawn, props.event.month);
  const end = () =>
    props.next === undefined ? props.drawn.right + 34 : middleOf(props.drawn, props.next.month) - 14;
  const level = () => props.drawn.usage.levels[props.event.month] ?? props.drawn.usage.foot;
  // Late events are written to the left of their line, so that they are whole.
  const turned = () => props.next === undefined && roughWidth(props.event.said, AXIS_SIZE) > end() - x();
  const room = () => (turned() ? x() - props.drawn.left : end() - x());
  return (
    <>
      <line class="chart-event" x1={x()} x2={x()} y1={props.drawn.lanes.events + 3} y2={level() - 1} />
      <text
        class="chart-axis chart-halo"
        classList={{ "chart-end": turned() }}
        x={turned() ? x() + 4 : x() - 4}
        y={props.drawn.lanes.events}
      >
        {shortened(props.event.said, room(), AXIS_SIZE)}
      </text>
    </>
  );
}

/** Words beside the bar of a month, on the side that has room. */
export function NoteWords(props: { readonly note: MonthWords; readonly drawn: UsageAndGivingMarks }) {
  const bar = () => props.drawn.giving.bars[props.note.month] ?? null;
  const turned = () =>
    middleOf(props.drawn, props.note.month) + roughWidth(props.note.said, AXIS_SIZE) + 20 > props.drawn.right;
  return (
    <Show when={bar()}>
      {(found) => (
        <text
          class="chart-axis chart-in-give chart-halo"
          classList={{ "chart-end": turned() }}
          x={turned() ? found().x - 8 : found().x + found().width + 8}
          y={props.drawn.giving.foot - Math.max(10, found().height / 2) + 4}
        >
          {props.note.said}
        </text>
      )}
    </Show>
  );
}

/** The year before stands left of a line, in the same scale. */
export function Parting(props: {
  readonly x: number;
  readonly drawn: UsageAndGivingMarks;
  readonly before: string;
  readonly now: string;
}) {
  const lane = () => props.drawn.lanes.period;
  return (
    <>
      <line class="chart-parting" x1={props.x} x2={props.x} y1={lane() - 8} y2={props.drawn.giving.foot} />
      <text class="chart-axis chart-end" x={props.x - 6} y={lane()}>
        {props.before}
      </text>
      <text class="chart-axis" x={props.x + 6} y={lane()}>
        {props.now}
      </text>
    </>
  );
}

/** Where one reads: a hairline through both panels, with a dot on the usage. */
export function ReadMonth(props: { readonly drawn: UsageAndGivingMarks; readonly month: number }) {
  const x = () => middleOf(props.drawn, props.month);
  const level = () => props.drawn.usage.levels[props.month] ?? null;
  return (
    <>
      <line
        class="chart-mark"
        x1={x()}
        x2={x()}
        y1={props.drawn.usage.top - 4}
        y2={props.drawn.giving.foot}
      />
      <Show when={level() !== null}>
        <circle class="chart-mark-dot" cx={x()} cy={level() ?? 0} r="3.5" />
      </Show>
    </>
  );
}
