import { todayIn } from "@headwater/domain/period";
import { Button, buttonClass, Field } from "@headwater/ui/components";
import { language, money } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Link, useNavigate } from "@tanstack/solid-router";
import { createSignal, onCleanup, Show } from "solid-js";
import { dataOf } from "../../frame/data-of.ts";
import { organizationQuery, summaryQuery } from "../../queries.ts";
import { api, asked } from "../../server.ts";
import { readTypedAmount } from "../giving/typed-amount.ts";
import { refusalWords } from "./decisions.ts";
import { PlanFigures } from "./PlanFigures.tsx";
import { payeesOf, type Plan, previewQuery, roundChanged, type Settings } from "./queries.ts";
import { problemOf, type RoundDraft, RoundFields } from "./RoundFields.tsx";
import { t } from "./texts.ts";
import { WhyThese } from "./WhyThese.tsx";

/** So long after the last letter a preview is asked for. */
const PAUSE_MS = 250;

/** A budget, and what it would do, before anything is kept. */
export function NewRound(props: { readonly isFirst: boolean }) {
  const organization = useQuery(() => organizationQuery);
  const summary = useQuery(() => summaryQuery({ period: "ttm" }));
  const currency = () => dataOf(organization)?.currency ?? "USD";
  const navigate = useNavigate();
  const [draft, setDraft] = createSignal<RoundDraft>({
    name: t().usualName(quarterOf(todayIn(dataOf(organization)?.timeZone ?? "UTC", Date.now()))),
    period: "ttm",
    budget: "",
    floor: "",
    cap: "",
    step: "",
  });
  const [settled, setSettled] = createSignal<Settings | null>(null);
  const [refused, setRefused] = createSignal<unknown>(null);
  const preview = useQuery(() => previewQuery(settled()));
  const shown = () => (settled() === null ? undefined : dataOf(preview));
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const change = (part: Partial<RoundDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setRefused(null);
    clearTimeout(timer);
    timer = setTimeout(() => setSettled(settingsOf(draft())), PAUSE_MS);
  };
  const begin = async () => {
    const settings = settingsOf(draft());
    if (settings === null) return;
    try {
      const round = await asked(api.rounds.create.mutate({ name: draft().name, ...settings }));
      await roundChanged();
      await navigate({ to: "/fund", search: { round: round.id } });
    } catch (error) {
      setRefused(error);
    }
  };
  const problem = (field: string) => problemOf(refused(), field) ?? problemOf(preview.error, field);
  return (
    <section class="fund-new" aria-labelledby="fund-new-title">
      <h1 id="fund-new-title">{props.isFirst ? t().emptyTitle : t().newRound}</h1>
      <p class="lede">{t().emptyLede}</p>
      <Show when={dataOf(summary)}>{(facts) => <p class="note">{missingWords(facts())}</p>}</Show>
      <form
        class="fund-form"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <Field
          autofocus
          label={`${t().budget}, ${currency()}`}
          class="fund-budget-field"
          inputMode="decimal"
          autocomplete="off"
          error={
            problem("budget") ??
            (draft().budget !== "" && settingsOf(draft()) === null ? t().notAnAmount : undefined)
          }
          value={draft().budget}
          onInput={(event) => change({ budget: event.currentTarget.value })}
        />
        <Field
          label={t().name}
          maxLength={200}
          autocomplete="off"
          required
          error={problem("name")}
          value={draft().name}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
        <details class="fund-settings">
          <summary>{t().settings}</summary>
          <div class="fund-form">
            <RoundFields
              draft={draft()}
              currency={currency()}
              named={false}
              problem={problem}
              onChange={change}
            />
          </div>
        </details>
        <div class="fund-begin">
          <Button kind="primary" type="submit" disabled={settingsOf(draft()) === null}>
            {t().begin}
          </Button>
          <Show when={!props.isFirst}>
            <Link to="/fund" search={{}} class={buttonClass("quiet")}>
              {t().cancel}
            </Link>
          </Show>
          <span class="note">{t().beginHelp}</span>
        </div>
        <Show when={refused()}>
          {(error) => (
            <p class="note red" role="alert">
              {refusalWords(error())}
            </p>
          )}
        </Show>
      </form>
      <Show when={shown()}>{(plan) => <Preview plan={plan()} asking={preview.isPlaceholderData} />}</Show>
    </section>
  );
}

function Preview(props: { readonly plan: Plan; readonly asking: boolean }) {
  return (
    <div class="fund-preview" classList={{ "fund-asking": props.asking }} aria-live="polite">
      <h2>{t().preview}</h2>
      <Show when={props.plan.counts.gifts > 0}>
        <p class="note">{t().previewGifts(props.plan.counts.gifts, payeesOf(props.plan))}</p>
      </Show>
      <PlanFigures plan={props.plan} />
      <WhyThese plan={props.plan} />
    </div>
  );
}

/** Null where the budget is no amount yet; what is left empty follows from the settings of the organization. */
function settingsOf(draft: RoundDraft): Settings | null {
  const amount = (text: string) => (text.trim() === "" ? null : readTypedAmount(text.trim(), language()));
  const budget = amount(draft.budget);
  if (budget === null) return null;
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
