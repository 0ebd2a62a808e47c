import { AfterAWhile, Skeleton } from "@headwater/ui/components";
import { percent } from "@headwater/ui/format";
import { createEffect, createSignal, Show } from "solid-js";
import type { MappingState } from "./queries.ts";
import { t } from "./texts.ts";

/** Where the share of confirmed usage stood when this visit began; progress is told against it. */
const [began, setBegan] = createSignal<number | null>(null);

/** How far it has come, in words, and against where this visit began. */
export function Headline(props: { readonly state: MappingState; readonly alone: number }) {
  const share = () => props.state.confirmedUsage;
  const was = () => {
    const start = began();
    const now = share();
    return start === null || now === null || percent(start, 1) === percent(now, 1) ? null : start;
  };
  createEffect(() => {
    const now = share();
    if (began() === null && now !== null) setBegan(now);
  });
  // A step of less than a point is seen by one more digit.
  const digits = () => (was() !== null && Math.abs((share() ?? 0) - (was() ?? 0)) < 0.01 ? 1 : 0);
  return (
    <header class="reconcile-head">
      <h1 class="verdict" aria-live="polite">
        <Show when={share() === null ? null : { is: share() ?? 0 }} fallback={t().nothingUsed}>
          {(known) => <>{t().confirmed(percent(known().is, digits()))}</>}
        </Show>
        <Show when={was() === null ? null : { is: was() ?? 0 }}>
          {(before) => <span class="reconcile-was">{t().was(percent(before().is, digits()))}</span>}
        </Show>
      </h1>
      <p class="lede">{t().lede(props.alone)}</p>
      <p class="note reconcile-computing" role="status">
        <Show when={props.state.recomputing > 0}>{t().recomputing(props.state.recomputing)}</Show>
      </p>
    </header>
  );
}

/** In the place of the headline until its state is known. */
export function Waiting() {
  return (
    <header class="reconcile-head">
      <h1 class="said">{t().title}</h1>
      <AfterAWhile>
        <Skeleton as="sentence" />
      </AfterAWhile>
    </header>
  );
}
