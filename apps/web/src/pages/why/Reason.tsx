import type { Why } from "@headwater/contract/ratios";
import { AfterAWhile, Failure, Skeleton, Unknown } from "@headwater/ui/components";
import { periodName, unknownReason } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { useScope } from "../../frame/scope.ts";
import { askedWhyQuery } from "./queries.ts";
import { ledgersOf, printedFigure, printedInput } from "./printed.ts";
import type { Asked } from "./search.ts";
import { inputName, sentenceOf } from "./reason-texts.ts";
import { t } from "./texts.ts";
import "./why.css";

/** A figure with all its digits, how it comes about in a sentence, what it was computed from, and the rows that it rests on. */
export function Reason(props: { readonly asked: Asked }) {
  const scope = useScope();
  const why = useQuery(() => askedWhyQuery(props.asked, scope()));
  return (
    <section class="reason" aria-busy={why.isPending}>
      <h3 class="reason-name">{t().numbers[props.asked.number]}</h3>
      <p class="byline">
        <Show when={props.asked.project}>
          {(project) => <span class="code reason-project">{`${project()} · `}</span>}
        </Show>
        {periodName(scope().period)}
      </p>
      <Show when={why.error}>
        {(error) => (
          <Failure title={t().notRead} onRetry={() => void why.refetch()}>
            {error().message}
          </Failure>
        )}
      </Show>
      <Show
        when={why.data}
        fallback={
          <AfterAWhile>
            <Skeleton as="sentence" />
          </AfterAWhile>
        }
      >
        {(answer) => <Ledger why={answer()} address={addressOf(props.asked, scope().period)} />}
      </Show>
    </section>
  );
}

function Ledger(props: { readonly why: Why; readonly address: string }) {
  const currency = () => props.why.inputs.find(({ unit }) => /^[A-Z]{3}$/.test(unit ?? ""))?.unit ?? "";
  return (
    <>
      <p class="reason-figure">
        <Show
          when={props.why.value === null ? null : { is: props.why.value }}
          fallback={<Unknown reason={unknownReason(props.why.valueUnknown)} />}
        >
          {(known) => printedFigure(props.why.number, known().is, currency())}
        </Show>
      </p>
      <p class="reason-sentence">{sentenceOf(props.why)}</p>
      <dl class="reason-inputs">
        <For each={props.why.inputs}>
          {(input) => (
            <div>
              <dt>{inputName(input.name)}</dt>
              <dd>{printedInput(input)}</dd>
            </div>
          )}
        </For>
      </dl>
      <For each={props.why.unknowns}>
        {({ what, reason }) => <p class="reason-unknown">{t().notKnown(what, unknownReason(reason))}</p>}
      </For>
      <p class="byline">
        <Show when={ledgersOf(props.why)}>{(rows) => t().restsOn(rows())}</Show>
        {t().definition(props.why.definitionVersion)}
        <a class="link" href={props.address}>
          {t().rowsAsData}
        </a>
      </p>
    </>
  );
}

/** Where the machine interface names the rows from which the figure can be computed again. */
function addressOf({ number, project }: Asked, period: string): string {
  const query = new URLSearchParams({ number, period, ...(project === undefined ? {} : { project }) });
  return `/api/v1/why?${query.toString()}`;
}
