import type { RatioRow, Why } from "@headwater/contract/ratios";
import { Button, Failure, Unknown } from "@headwater/ui/components";
import { unknownReason } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { useNavigate } from "@tanstack/solid-router";
import { For, onCleanup, onMount, Show } from "solid-js";
import { useScope } from "../../frame/scope.ts";
import { whyQuery } from "../../queries.ts";
import "./peek.css";
import { type ProjectsSearch, readProjectsSearch } from "./search.ts";
import { whyWords } from "./texts.ts";
import { askedNumber, figuresOf, printed, printedInput, restsOn, type WhyFigure } from "./why.ts";

interface PeekProps {
  readonly row: RatioRow;
  readonly search: ProjectsSearch;
  readonly currency: string;
  readonly onClose: () => void;
}

/** One project beside the table: its figures, and of the chosen one how it comes about. Escape closes it. */
export function Peek(props: PeekProps) {
  let heading!: HTMLHeadingElement;
  onMount(() => {
    heading.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
      if (event.key === "Escape" && !typing) props.onClose();
    };
    document.addEventListener("keydown", onKey);
    onCleanup(() => document.removeEventListener("keydown", onKey));
  });
  const figures = () => figuresOf(props.row, props.currency);
  return (
    <aside class="peek not-printed" aria-label={whyWords().why}>
      <div class="peek-inside">
        <div class="peek-head">
          <span class="byline">{whyWords().project}</span>
          <Button kind="quiet" size="small" onClick={() => props.onClose()}>
            {whyWords().close} <kbd>Esc</kbd>
          </Button>
        </div>
        <h2
          class="peek-name"
          tabIndex={-1}
          ref={(element) => {
            heading = element;
          }}
        >
          {props.row.name}
        </h2>
        <p class="byline code peek-slug">{props.row.project}</p>
        <ul class="peek-figures">
          <For each={figures()}>{(figure) => <FigureChoice figure={figure} search={props.search} />}</For>
        </ul>
        <Reason row={props.row} search={props.search} />
      </div>
    </aside>
  );
}

function FigureChoice(props: { readonly figure: WhyFigure; readonly search: ProjectsSearch }) {
  const navigate = useNavigate();
  const asked = () => askedNumber(props.search) === props.figure.number;
  const ask = () =>
    void navigate({
      to: "/projects",
      search: readProjectsSearch({ ...props.search, why: props.figure.number }),
      replace: true,
      resetScroll: false,
    });
  return (
    <li classList={{ "peek-sum": props.figure.number === "gap" }}>
      <button type="button" class="peek-figure" aria-pressed={asked()} onClick={ask}>
        <span>{props.figure.name}</span>
        <Show
          when={props.figure.value === null ? null : { is: props.figure.value }}
          fallback={<Unknown reason={unknownReason(props.figure.unknown)} />}
        >
          {(known) => <span class="peek-value">{printed(props.figure.number, known().is)}</span>}
        </Show>
      </button>
    </li>
  );
}

/** The formula in words, what it was computed from, and the rows that it rests on. */
function Reason(props: { readonly row: RatioRow; readonly search: ProjectsSearch }) {
  const number = () => askedNumber(props.search);
  const slug = () => props.row.project ?? "";
  const scope = useScope();
  const period = () => scope().period;
  const why = useQuery(() => whyQuery(number(), slug(), scope()));
  return (
    <section class="reason" aria-labelledby="reason-title" aria-busy={why.isPending}>
      <h3 id="reason-title">{whyWords().whyOf(whyWords()[number()])}</h3>
      <Show when={why.error}>
        {(error) => (
          <Failure title={whyWords().notRead} onRetry={() => void why.refetch()}>
            {error().message}
          </Failure>
        )}
      </Show>
      <Show when={why.data}>
        {(answer) => <Ledger why={answer()} address={addressOf(number(), slug(), period())} />}
      </Show>
    </section>
  );
}

function Ledger(props: { readonly why: Why; readonly address: string }) {
  return (
    <>
      <p class="reason-sentence">{props.why.formula}</p>
      <dl class="reason-inputs">
        <For each={props.why.inputs}>
          {(input) => (
            <div>
              <dt>{input.name}</dt>
              <dd>{printedInput(input)}</dd>
            </div>
          )}
        </For>
      </dl>
      <For each={props.why.unknowns}>
        {({ what, reason }) => (
          <p class="reason-unknown">{whyWords().notKnown(what, unknownReason(reason))}</p>
        )}
      </For>
      <p class="byline">
        <Show when={restsOn(props.why)}>{(rows) => whyWords().restsOn(rows())}</Show>
        {whyWords().definition(props.why.definitionVersion)}
        <a class="link" href={props.address}>
          {whyWords().rowsAsData}
        </a>
      </p>
    </>
  );
}

/** Where the machine interface names the rows from which the figure can be computed again. */
function addressOf(number: string, project: string, period: string): string {
  return `/api/v1/why?${new URLSearchParams({ number, project, period }).toString()}`;
}
