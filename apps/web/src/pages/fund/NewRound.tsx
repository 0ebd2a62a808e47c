import { todayIn } from "@headwater/domain/period";
import { Button, buttonClass, Field } from "@headwater/ui/components";
import { language, money } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Link, useNavigate } from "@tanstack/solid-router";
import { createSignal, onCleanup, Show, untrack } from "solid-js";
import { dataOf } from "../../frame/data-of.ts";
import { useScope } from "../../frame/scope.ts";
import { organizationQuery, summaryQuery } from "../../queries.ts";
import { readTypedAmount } from "../giving/typed-amount.ts";
import { refusalWords } from "./decisions.ts";
import { PlanFigures } from "./PlanFigures.tsx";
import { createRound, type Plan, previewQuery, roundChanged, type Settings } from "./queries.ts";
import { problemOf, type RoundDraft, RoundFields } from "./RoundFields.tsx";
import { t } from "./texts.ts";
import { giftFigure } from "./typed-gift.ts";
import { WhyThese } from "./WhyThese.tsx";

/** So long after the last letter a preview is asked for. */
const PAUSE_MS = 250;

/** A budget, and what it would do, before anything is kept. */
export function NewRound(props: { readonly isFirst: boolean; readonly budget?: string | undefined }) {
  const scope = useScope();
  const summary = useQuery(() => summaryQuery({ period: "ttm" }));
  const round = createDraft(untrack(() => ({ period: scope().period, budget: props.budget })));
  return (
    <section class="fund-new" aria-labelledby="fund-new-title">
      <h1 id="fund-new-title">{props.isFirst ? t().emptyTitle : t().newRound}</h1>
      <p class="lede">{t().emptyLede}</p>
      <Show when={dataOf(summary)}>{(facts) => <p class="note">{missingWords(facts())}</p>}</Show>
      <form
        class="fund-form"
        onSubmit={(event) => {
          event.preventDefault();
          void round.begin();
        }}
      >
        <Field
          autofocus
          label={`${t().budget}, ${round.currency()}`}
          inputMode="decimal"
          autocomplete="off"
          error={round.problem("budget")}
          value={round.draft().budget}
          onInput={(event) => round.change({ budget: event.currentTarget.value })}
        />
        <Field
          label={t().name}
          maxLength={200}
          autocomplete="off"
          required
          error={round.problem("name")}
          value={round.draft().name}
          onInput={(event) => round.change({ name: event.currentTarget.value })}
        />
        <details class="fund-settings">
          <summary>{t().settings}</summary>
          <div class="fund-form">
            <RoundFields
              draft={round.draft()}
              currency={round.currency()}
              named={false}
              problem={round.problem}
              onChange={round.change}
            />
          </div>
        </details>
        <div class="fund-begin">
          <Button kind="primary" type="submit" disabled={round.settings() === null}>
            {t().begin}
          </Button>
          <Show when={!props.isFirst}>
            <Link to="/fund" search={{}} class={buttonClass("quiet")}>
              {t().cancel}
            </Link>
          </Show>
          <span class="note">{t().beginHelp}</span>
        </div>
        <Show when={round.refused()}>
          {(error) => (
            <p class="note red" role="alert">
              {refusalWords(error())}
            </p>
          )}
        </Show>
      </form>
      <Show when={round.preview()}>{(plan) => <Preview plan={plan()} asking={round.isAsking()} />}</Show>
    </section>
  );
}

/** What is typed, what it would do, and how it becomes a round. */
function createDraft(given: { readonly period: string; readonly budget: string | undefined }) {
  const organization = useQuery(() => organizationQuery);
  const navigate = useNavigate();
  const today = todayIn(dataOf(organization)?.timeZone ?? "UTC", Date.now());
  const [draft, setDraft] = createSignal<RoundDraft>({
    name: t().usualName(quarterOf(today)),
    period: given.period,
    budget: given.budget === undefined ? "" : giftFigure(given.budget),
    floor: "",
    cap: "",
    step: "",
  });
  const [settled, setSettled] = createSignal<Settings | null>(untrack(() => settingsOf(draft())));
  const [refused, setRefused] = createSignal<unknown>(null);
  const asked = useQuery(() => previewQuery(settled()));
  const settings = () => settingsOf(draft());
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const change = (part: Partial<RoundDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setRefused(null);
    clearTimeout(timer);
    timer = setTimeout(() => setSettled(settings()), PAUSE_MS);
  };
  const begin = async () => {
    const wanted = settings();
    if (wanted === null) return;
    try {
      const round = await createRound({ name: draft().name, ...wanted });
      await roundChanged();
      await navigate({ to: "/fund", search: { round: round.id } });
    } catch (error) {
      setRefused(error);
    }
  };
  return {
    draft,
    settings,
    change,
    begin,
    refused,
    currency: () => dataOf(organization)?.currency ?? "USD",
    preview: () => (settled() === null ? undefined : dataOf(asked)),
    isAsking: () => asked.isPlaceholderData,
    problem: (field: string) =>
      unreadable(draft()).some((one) => one === field)
        ? t().notAnAmount
        : (problemOf(refused(), field) ?? problemOf(asked.error, field)),
  };
}

function Preview(props: { readonly plan: Plan; readonly asking: boolean }) {
  return (
    <div class="fund-preview" classList={{ "fund-asking": props.asking }} aria-live="polite">
      <h2>{t().preview}</h2>
      <PlanFigures plan={props.plan} />
      <WhyThese plan={props.plan} />
    </div>
  );
}

const amounts = ["budget", "floor", "cap", "step"] as const;

function amount(text: string): string | null {
  return text.trim() === "" ? null : readTypedAmount(text.trim(), language());
}

/** The fields in which something stands that is no amount: none of it is left out silently. */
function unreadable(draft: RoundDraft): readonly (typeof amounts)[number][] {
  return amounts.filter((field) => draft[field].trim() !== "" && amount(draft[field]) === null);
}

/** Null where an amount cannot be read or the budget is missing; what is left empty follows from the settings of the organization. */
function settingsOf(draft: RoundDraft): Settings | null {
  const budget = amount(draft.budget);
  if (budget === null || unreadable(draft).length > 0) return null;
  const [floor, cap, step] = [amount(draft.floor), amount(draft.cap), amount(draft.step)];
  return {
    period: draft.period,
    budget,
    ...(floor === null ? {} : { floor }),
    ...(cap === null ? {} : { cap }),
    ...(step === null ? {} : { step }),
  };
}

function missingWords({
  gap,
  target,
  currency,
}: {
  readonly gap: string | null;
  readonly target: string | null;
  readonly currency: string;
}): string {
  if (gap === null || target === null) return t().emptyMissingNoTarget;
  return t().emptyMissing(money({ amount: gap, currency }), money({ amount: target, currency }));
}

/** `2026-11-20` lies in `2026-Q4`. */
function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
