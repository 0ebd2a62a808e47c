import { Button, Kbd } from "@headwater/ui/components";
import { createMemo, createSignal, createUniqueId, Show } from "solid-js";
import { Refusal } from "../../server.ts";
import { Callouts } from "./Callouts.tsx";
import { chipsOf } from "./chips.ts";
import type { Entry, NamedProject } from "./entry.ts";
import "./log-line.css";
import { LogLine } from "./LogLine.tsx";
import { logEntry, minutesOn } from "./send.ts";
import { dayInWords, problemText, t } from "./texts.ts";

/** A day of work cannot hold more. */
const DAY_MINUTES = 1440;

interface LogFormProps {
  readonly entry: Entry;
  readonly onLogged?: () => void;
  readonly input?: (element: HTMLInputElement) => void;
}

/** The line, what was understood of it, who sees it, and Enter. */
export function LogForm(props: LogFormProps) {
  const below = createUniqueId();
  const [words, setWords] = createSignal<readonly HTMLElement[]>([]);
  const [refused, setRefused] = createSignal("");
  /** Enter was pressed while something was missing: then the page says what. */
  const [pressed, setPressed] = createSignal(false);
  let field!: HTMLInputElement;

  const chips = createMemo(() =>
    chipsOf(props.entry.line(), props.entry.completed(), props.entry.project(), props.entry.today()),
  );
  const problem = createMemo(() => problemOf(props.entry, pressed()));
  const change = (text: string) => {
    setPressed(false);
    setRefused("");
    props.entry.setText(text);
  };
  const log = async () => {
    const ready = props.entry.ready();
    setPressed(ready === null);
    field.focus();
    if (ready === null) return;
    const written = props.entry.text();
    const name = nameOf(props.entry.project());
    change("");
    try {
      await logEntry(ready, name, props.entry.today());
      props.onLogged?.();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.isSignedOut) return;
      // What was typed since then is not written over.
      if (props.entry.text().trim() === "") props.entry.setText(written);
      setRefused(t().notLogged(error.message));
    }
  };

  return (
    <form
      class="log-form"
      onSubmit={(event) => {
        event.preventDefault();
        void log();
      }}
    >
      <LogLine
        entry={props.entry}
        onWrite={change}
        describedBy={below}
        invalid={problem() !== null || refused() !== ""}
        onLog={() => void log()}
        onPlaced={setWords}
        input={(element) => {
          field = element;
          props.input?.(element);
        }}
      />
      <div class="log-understood">
        <Callouts chips={chips()} words={words()} />
        <Button type="submit" kind="primary" class="log-button" aria-disabled={props.entry.ready() === null}>
          {t().log} <Kbd keys="Enter" />
        </Button>
      </div>
      <div id={below} class="log-below note" aria-live="polite">
        <Show when={refused() || problem()} fallback={<Sentence entry={props.entry} />}>
          {(message) => <p class="red">{message()}</p>}
        </Show>
      </div>
    </form>
  );
}

/** What is said while nothing is wrong: whether it is ours, who sees it, and to the writer alone that a day is full. */
function Sentence(props: { readonly entry: Entry }) {
  const tooMuch = () => {
    const { minutes, day } = props.entry.line();
    const together = (minutes ?? 0) + minutesOn(day);
    return minutes !== null && together > DAY_MINUTES
      ? t().tooMuch(together, dayInWords(day, props.entry.today()))
      : null;
  };
  const about = () => {
    const named = props.entry.project();
    if (named.state !== "known") return "";
    const { name, products } = named.project;
    return `${products === 0 ? t().beyond(name) : t().counts(name, products)} `;
  };
  return (
    <>
      <Show when={tooMuch()}>{(sentence) => <p class="log-warning">{sentence()}</p>}</Show>
      <p>
        {about()}
        {t().whoSees}
        <Show when={props.entry.text() === ""}>
          <span class="log-keys-help">{` ${t().keysHelp}`}</span>
        </Show>
      </p>
    </>
  );
}

/** What is wrong is said at once; what is only missing yet, when Enter was pressed. */
function problemOf(entry: Entry, pressed: boolean): string | null {
  const { problems } = entry.line();
  const wrong = problems.find(({ code }) => !MISSING.has(code));
  if (wrong !== undefined) return problemText()[wrong.code];
  const named = entry.project();
  if (!pressed) return null;
  const [missing] = problems;
  if (missing !== undefined) return problemText()[missing.code];
  return named.state === "unknown" ? t().writeAddress(named.name) : null;
}

const MISSING: ReadonlySet<string> = new Set(["no-duration", "no-project", "no-kind"]);

function nameOf(named: NamedProject): string {
  if (named.state === "known") return named.project.name;
  if (named.state === "new") return named.slug.slice(named.slug.lastIndexOf("/") + 1);
  return named.state === "unknown" || named.state === "unchecked" ? named.name : "";
}
