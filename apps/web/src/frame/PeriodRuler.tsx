import { type Day, daysOf, parsePeriod, type PeriodContext } from "@headwater/domain/period";
import { useMatches } from "@tanstack/solid-router";
import { createMemo, For, Show } from "solid-js";
import "./ruler.css";
import { useScope } from "./scope.ts";
import { usePeriodContext, usePeriodSteps } from "./ScopeChips.tsx";

/** Calendar years on the ruler, the present one last. */
const YEARS = 3;

interface Quarter {
  readonly period: string;
  readonly year: number;
  readonly number: number;
  readonly isFuture: boolean;
}

/**
 * Three years as quarters and months, with the chosen period as a window. It is for eye and pointer: the keyboard has
 * `←` and `→` and the list of periods, so the ruler puts no twelve stops in the way of Tab.
 */
export function PeriodRuler() {
  const matches = useMatches();
  const isUsed = () => matches().some((match) => match.staticData.scopeUsed?.includes("period"));
  return (
    <Show when={isUsed()}>
      <Ruler />
    </Show>
  );
}

function Ruler() {
  const scope = useScope();
  const context = usePeriodContext();
  const { choose } = usePeriodSteps();
  const quarters = createMemo(() => quartersUpTo(context().today));
  const shown = createMemo(() => {
    const first = quarters()[0]?.year ?? 0;
    return windowOf(scope().period, `${first}..${first + YEARS - 1}`, context());
  });
  return (
    <div class="ruler not-printed" aria-hidden="true">
      <svg class="ruler-window">
        <Show when={shown()}>
          {(window) => (
            <>
              <rect x={`${window().from}%`} y="0" width={`${window().to - window().from}%`} height="100%" />
              <rect
                class="ruler-edge"
                x={`${window().from}%`}
                y="0"
                width={`${window().to - window().from}%`}
                height="2"
              />
            </>
          )}
        </Show>
      </svg>
      <For each={quarters()}>
        {(quarter) => (
          <button
            type="button"
            class="ruler-quarter"
            classList={{
              "ruler-year": quarter.number === 1,
              "ruler-chosen": scope().period === quarter.period,
            }}
            tabIndex={-1}
            disabled={quarter.isFuture}
            onClick={() => choose(quarter.period)}
          >
            <Show when={quarter.number === 1}>
              <b>{quarter.year}</b>
            </Show>
            {` Q${quarter.number}`}
          </button>
        )}
      </For>
    </div>
  );
}

/** Where a period begins and ends on the ruler, in per cent of its length; null where it is none. */
function windowOf(text: string, whole: string, context: PeriodContext): { from: number; to: number } | null {
  const all = parsePeriod(whole, context);
  const period = parsePeriod(text, context);
  if ("error" in all || "error" in period) return null;
  const place = (day: Day) =>
    day <= all.start ? 0 : Math.min(100, (100 * daysOf({ start: all.start, end: day })) / daysOf(all));
  return { from: place(period.start), to: place(period.end) };
}

function quartersUpTo(today: string): readonly Quarter[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: YEARS * 4 }, (_, index) => {
    const year = last - YEARS + 1 + Math.floor(index / 4);
    const number = (index % 4) + 1;
    const start = `${year}-${String(number * 3 - 2).padStart(2, "0")}-01`;
    return { period: `${year}-Q${number}`, year, number, isFuture: start > today };
  });
}
