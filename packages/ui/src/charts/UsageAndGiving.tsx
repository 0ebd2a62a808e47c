import { createMemo, createUniqueId, For, Show } from "solid-js";
import { axisFigure } from "../format/index.ts";
import { Chart } from "./Chart.tsx";
import { FairShareLine, GivingBar } from "./GivingMonths.tsx";
import { Hatch } from "./Hatch.tsx";
import { EventWords, type MonthWords, NoteWords, Parting, ReadMonth } from "./MonthWords.tsx";
import type { Reading } from "./reading.ts";
import "./usage-and-giving.css";
import { monthAt, NARROW, usageAndGivingMarks, type UsageMonth } from "./usage-and-giving.ts";
import { PanelGrid, UsageSteps } from "./UsageSteps.tsx";

interface UsageAndGivingProps {
  readonly months: readonly UsageMonth[];
  /** So many of the first months belong to the year before; none is zero. */
  readonly before: number;
  /** Of one month, in the unit of giving, with its words: `fair share, 176 a month`. */
  readonly fairShare: { readonly value: number; readonly said: string } | null;
  /** In order of time, above the usage. */
  readonly events?: readonly MonthWords[];
  /** Beside bars; a narrow drawing leaves them to the reading. */
  readonly notes?: readonly MonthWords[];
  readonly label: string;
  readonly reading?: Reading;
  readonly words: {
    /** With its unit: `Usage share, %`. */
    readonly usage: string;
    /** With its unit: `Given, USD a month`. */
    readonly given: string;
    readonly before: string;
    readonly now: string;
  };
  /** The last value of usage as it is printed: `1.10`. */
  readonly lastUsage: string;
  readonly usualWidth?: number;
}

/** What we take over what we give, month by month: two panels, one axis of months, never two scales in one panel. */
export function UsageAndGiving(props: UsageAndGivingProps) {
  const hatch = createUniqueId();
  const events = () => props.events ?? [];
  const marks = (width: number) =>
    usageAndGivingMarks(
      {
        months: props.months,
        before: props.before,
        fairShare: props.fairShare?.value ?? null,
        events: events().length > 0,
        written: axisFigure,
      },
      width,
    );
  return (
    <Chart
      label={props.label}
      usualWidth={props.usualWidth ?? 776}
      height={(width) => marks(width).height}
      reading={props.reading}
      places={props.months.length}
      nearest={(x, _, width) => monthAt(marks(width), x)}
    >
      {(width, mark) => {
        const drawn = createMemo(() => marks(width()));
        return (
          <>
            <Hatch id={hatch} />
            <PanelGrid panel={drawn().usage} drawn={drawn()} />
            <PanelGrid panel={drawn().giving} drawn={drawn()} />
            <UsageSteps drawn={drawn()} last={props.lastUsage} />
            <Show when={drawn().parting}>
              {(x) => <Parting x={x()} drawn={drawn()} before={props.words.before} now={props.words.now} />}
            </Show>
            <For each={events()}>
              {(event, index) => <EventWords event={event} next={events()[index() + 1]} drawn={drawn()} />}
            </For>
            <text class="chart-value" x={drawn().left} y={drawn().lanes.title}>
              {props.words.usage}
            </text>
            <text class="chart-value chart-halo" x={drawn().left} y={drawn().giving.top - 11}>
              {props.words.given}
            </text>
            <For each={drawn().giving.bars}>
              {(bar, month) => (
                <GivingBar
                  bar={bar}
                  foot={drawn().giving.foot}
                  from={drawn().left + month() * drawn().step}
                  step={drawn().step}
                  hatch={hatch}
                />
              )}
            </For>
            <FairShareLine drawn={drawn()} said={props.fairShare?.said ?? ""} />
            <For each={width() < NARROW ? [] : props.notes}>
              {(note) => <NoteWords note={note} drawn={drawn()} />}
            </For>
            <For each={drawn().letters}>
              {({ letter, x }) => (
                <text class="chart-axis chart-middle" x={x} y={drawn().giving.foot + 15}>
                  {letter}
                </text>
              )}
            </For>
            <Show when={mark() !== null}>
              <ReadMonth drawn={drawn()} month={mark() ?? 0} />
            </Show>
          </>
        );
      }}
    </Chart>
  );
}
