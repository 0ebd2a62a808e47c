import { type Day, dayOf, parseDay } from "@headwater/domain/period";
import { createSignal, createUniqueId, type JSX } from "solid-js";
import { dayName, monthName } from "../format/index.ts";
import { Calendar } from "./Calendar.tsx";
import { Below } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { createPopover } from "./popover.ts";
import "./popover.css";
import { readTypedDay, type TypedDay } from "./typed-day.ts";
import { words } from "./words.ts";

interface DatePickerProps {
  readonly label: string;
  /** The label is said, not shown. */
  readonly bare?: boolean;
  /** `2026-11-18`, or null while no day is chosen. */
  readonly value: string | null;
  /** Called with a day `2026-11-18` that can be chosen. */
  readonly onChoose: (day: string) => void;
  /** Today in the organization's time zone. */
  readonly today: string;
  /** 0 Sunday to 6 Saturday, by organization; Monday where it is not said. */
  readonly weekStart?: number | undefined;
  /** The ends of what can be chosen, both included. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly help?: JSX.Element;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** A day, typed as it is said or chosen from a month. What was typed is read when the field is left or Enter is pressed. */
export function DatePicker(props: DatePickerProps) {
  const id = createUniqueId();
  const typing = createTypedDay(props);
  const [at, setAt] = createSignal<Day | null>(null);
  let sheet!: HTMLElement;
  let opener!: HTMLButtonElement;
  const focusDay = () => sheet.querySelector<HTMLElement>("[tabindex='0'][data-day]")?.focus();
  const popover = createPopover("auto", { onOpen: focusDay, onClosed: () => setAt(null) });
  const chosen = () => (props.value === null ? null : parseDay(props.value));
  const error = () => typing.problem() ?? props.error;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") popover.show();
    else if (event.key !== "Escape" || !typing.isTyped()) return;
    else typing.type(null);
    event.preventDefault();
    event.stopPropagation();
  };
  const pick = (day: Day) => {
    typing.take({ day });
    popover.hide();
    opener.focus();
  };
  return (
    <div class="field">
      <label class="field-label" classList={{ said: props.bare === true }} for={id}>
        {props.label}
      </label>
      <span
        class="date-field"
        ref={(element) => {
          popover.anchorAt(element);
        }}
      >
        <input
          ref={(element) => {
            element.addEventListener("keydown", onKeyDown);
          }}
          id={id}
          class="field-input"
          autocomplete="off"
          spellcheck={false}
          disabled={props.disabled}
          value={typing.text()}
          aria-invalid={error() === undefined ? undefined : "true"}
          aria-describedby={`${id}-below`}
          onInput={(event) => typing.type(event.currentTarget.value)}
          onChange={typing.leave}
        />
        <OpenButton
          of={popover.id}
          disabled={props.disabled}
          ref={(element) => {
            opener = element;
          }}
        />
      </span>
      <div
        ref={(element) => {
          sheet = element;
          popover.hangOn(element);
        }}
        class="popover calendar-sheet"
        role="dialog"
        aria-label={words().calendar}
      >
        <Calendar
          at={at() ?? chosen() ?? typing.today()}
          onMove={setAt}
          chosen={chosen()}
          onChoose={pick}
          today={typing.today()}
          weekStart={props.weekStart ?? 1}
          isAllowed={(day) => whatIsWrong({ day }, props.first, props.last) === undefined}
        />
        <p class="calendar-foot">{words().orType}</p>
      </div>
      <Below id={`${id}-below`} help={props.help} error={error()} />
    </div>
  );
}

interface OpenButtonProps {
  /** The sheet that it opens. */
  readonly of: string;
  readonly disabled: boolean | undefined;
  readonly ref: (element: HTMLButtonElement) => void;
}

function OpenButton(props: OpenButtonProps) {
  return (
    <button
      ref={(element) => props.ref(element)}
      type="button"
      class="date-open"
      popovertarget={props.of}
      disabled={props.disabled}
      aria-label={words().openCalendar}
    >
      <Icon name="calendar" />
    </button>
  );
}

/** What stands in the field, and what is wrong with it. */
function createTypedDay(props: DatePickerProps) {
  const [typed, setTyped] = createSignal<string | null>(null);
  const [problem, setProblem] = createSignal<string | undefined>();
  const today = () => parseDay(props.today) ?? dayOf(0);
  const shown = () => (props.value === null ? "" : dayName(props.value, Number(props.today.slice(0, 4))));
  const type = (text: string | null) => {
    setTyped(text);
    setProblem(undefined);
  };
  const take = (read: TypedDay) => {
    const wrong = whatIsWrong(read, props.first, props.last);
    setProblem(wrong);
    if (wrong !== undefined || !("day" in read)) return;
    setTyped(null);
    props.onChoose(read.day);
  };
  const leave = () => {
    const text = typed();
    if (text === null) return;
    if (text.trim() === "") setTyped(null);
    else take(readTypedDay(text, today()));
  };
  return {
    text: () => typed() ?? shown(),
    isTyped: () => typed() !== null,
    problem,
    today,
    type,
    take,
    leave,
  };
}

/** A sentence that says what is right; undefined where the day can be chosen. */
function whatIsWrong(
  read: TypedDay,
  first: string | undefined,
  last: string | undefined,
): string | undefined {
  if ("day" in read) {
    if (last !== undefined && read.day > last) return words().tooLate(dayName(last));
    if (first !== undefined && read.day < first) return words().tooEarly(dayName(first));
    return undefined;
  }
  if (read.problem === "not-a-day") return words().notADay;
  return words().shortMonth(monthName(read.month), read.days);
}
