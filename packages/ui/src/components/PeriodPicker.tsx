import { parseDay, parsePeriod } from "@headwater/domain/period";
import { createSignal, createUniqueId, For } from "solid-js";
import { monthName, periodName, periodShort } from "../format/index.ts";
import "./calendar.css";
import { Icon } from "./Icon.tsx";
import "./period-picker.css";
import { createPopover } from "./popover.ts";
import "./popover.css";
import { words } from "./words.ts";

interface PeriodPickerProps {
  /** As in the address: `ttm`, `2026`, `2026-Q3`, `2026-07`, `fy2026`, `2026-03..2026-08`. */
  readonly value: string;
  readonly onChoose: (period: string) => void;
  /** Today in the organization's time zone. */
  readonly today: string;
  /** The month 1 to 12 in which the fiscal year begins. */
  readonly fiscalYearStart?: number | undefined;
  /** The last day inside the shown period, for its title. */
  readonly lastDay?: string | undefined;
  /** The class of the button, which shows the period as plain text with a chevron. */
  readonly class?: string | undefined;
}

interface Named {
  readonly period: string;
  readonly name: string;
}

/** What period all figures are of: twelve months, a year, a quarter, a month, or one that is typed. */
export function PeriodPicker(props: PeriodPickerProps) {
  const [year, setYear] = createSignal(0);
  let sheet!: HTMLElement;
  let button!: HTMLButtonElement;
  const toYear = () => setYear(yearOf(props.value) ?? Number(props.today.slice(0, 4)));
  const popover = createPopover("auto", {
    onOpen: () => sheet.querySelector<HTMLElement>("[aria-pressed='true'], .period-choice-button")?.focus(),
  });
  const choose = (period: string) => {
    popover.hide();
    button.focus();
    props.onChoose(period);
  };
  const pieces = (of: readonly Named[]) => (
    <For each={of}>
      {(one) => <Piece {...one} value={props.value} today={props.today} onChoose={choose} />}
    </For>
  );
  return (
    <>
      <button
        ref={(element) => {
          button = element;
          popover.anchorAt(element);
        }}
        type="button"
        class={`period-button ${props.class ?? ""}`}
        popovertarget={popover.id}
        aria-haspopup="dialog"
        aria-expanded={popover.isOpen()}
        onClick={toYear}
      >
        <span class="said">{`${words().period}: `}</span>
        <span class="period-button-long">{periodName(props.value, props.lastDay)}</span>
        <span class="period-button-short" aria-hidden="true">
          {periodShort(props.value)}
        </span>
        <Icon name="open" size="small" />
      </button>
      <div
        ref={(element) => {
          sheet = element;
          popover.hangOn(element);
          element.addEventListener("keydown", onArrow);
        }}
        class="popover calendar-sheet"
        role="dialog"
        aria-label={words().period}
      >
        <div class="period-pieces period-wide">{pieces([{ period: "ttm", name: periodName("ttm") }])}</div>
        <div class="calendar-head period-year">
          <span class="strong" aria-live="polite">
            {year()}
          </span>
          <span class="calendar-steps">
            <button
              type="button"
              class="calendar-step"
              aria-label={words().earlierYear}
              onClick={() => setYear((now) => now - 1)}
            >
              <Icon name="back" />
            </button>
            <button
              type="button"
              class="calendar-step"
              aria-label={words().laterYear}
              onClick={() => setYear((now) => now + 1)}
            >
              <Icon name="forth" />
            </button>
          </span>
        </div>
        <div class="period-pieces period-wide">{pieces(yearsOf(year(), props.fiscalYearStart ?? 1))}</div>
        <div class="period-pieces">{pieces(partsOf(year()))}</div>
        <TypedPeriod today={props.today} fiscalYearStart={props.fiscalYearStart ?? 1} onChoose={choose} />
      </div>
    </>
  );
}

interface PieceProps extends Named {
  readonly value: string;
  readonly today: string;
  readonly onChoose: (period: string) => void;
}

/** One period. What has not begun yet cannot be chosen. */
function Piece(props: PieceProps) {
  const begins = () => firstDayOf(props.period);
  return (
    <button
      type="button"
      class="period-choice-button"
      aria-pressed={props.period === props.value}
      aria-label={/^\d{4}-/.test(props.period) ? periodShort(props.period) : undefined}
      disabled={begins() > props.today}
      onClick={() => props.onChoose(props.period)}
    >
      {props.name}
    </button>
  );
}

interface TypedPeriodProps {
  readonly today: string;
  readonly fiscalYearStart: number;
  readonly onChoose: (period: string) => void;
}

function TypedPeriod(props: TypedPeriodProps) {
  const id = createUniqueId();
  const [wrong, setWrong] = createSignal(false);
  const take = (text: string) => {
    const today = parseDay(props.today);
    const read = today === null ? null : parsePeriod(text, { today, fiscalYearStart: props.fiscalYearStart });
    if (read === null || "error" in read) setWrong(true);
    else props.onChoose(text.trim().toLowerCase().replace("q", "Q"));
  };
  return (
    <form
      class="period-typed"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get("period");
        if (typeof typed === "string" && typed.trim() !== "") take(typed);
      }}
    >
      <label class="field-label" for={id}>
        {words().orTypePeriod}
      </label>
      <input
        id={id}
        name="period"
        class="field-input"
        autocomplete="off"
        spellcheck={false}
        aria-invalid={wrong() ? "true" : undefined}
        aria-describedby={`${id}-below`}
        onInput={() => setWrong(false)}
      />
      <p id={`${id}-below`} class="field-below" classList={{ red: wrong() }} aria-live="polite">
        {wrong() ? words().notAPeriod : words().periodForms}
      </p>
    </form>
  );
}

/** The year and, where it begins in another month, the fiscal year. */
function yearsOf(year: number, fiscalYearStart: number): readonly Named[] {
  const fiscal = `fy${year}`;
  return [
    { period: String(year), name: words().wholeYear(year) },
    ...(fiscalYearStart === 1 ? [] : [{ period: fiscal, name: periodName(fiscal) }]),
  ];
}

/** The four quarters, then the twelve months, in rows of four. */
function partsOf(year: number): readonly Named[] {
  const quarters = [1, 2, 3, 4].map((quarter) => ({ period: `${year}-Q${quarter}`, name: `Q${quarter}` }));
  const months = Array.from({ length: 12 }, (_, index) => {
    const period = `${year}-${String(index + 1).padStart(2, "0")}`;
    return { period, name: monthName(period, "short", true) };
  });
  return [...quarters, ...months];
}

/** The arrows go from piece to piece, as they lie. */
function onArrow(event: KeyboardEvent): void {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -4, ArrowDown: 4 };
  const step = steps[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  if (!(event.target instanceof HTMLButtonElement)) return;
  const pieces = [...event.currentTarget.querySelectorAll<HTMLElement>(".period-choice-button:enabled")];
  const from = pieces.indexOf(event.target);
  if (from < 0) return;
  event.preventDefault();
  event.stopPropagation();
  pieces[Math.min(pieces.length - 1, Math.max(0, from + step))]?.focus();
}

function yearOf(period: string): number | null {
  const year = /\d{4}/.exec(period);
  return year === null ? null : Number(year[0]);
}

/** The first day of a year, quarter or month; of anything else a day that has always begun. */
function firstDayOf(period: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter !== null)
    return `${quarter[1] ?? ""}-${String(Number(quarter[2]) * 3 - 2).padStart(2, "0")}-01`;
  if (/^\d{4}(-\d{2})?$/.test(period)) return period.length === 4 ? `${period}-01-01` : `${period}-01`;
  return "";
}
