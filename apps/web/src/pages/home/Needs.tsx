import type { Need } from "@headwater/contract/needs";
import { AfterAWhile, Button, SectionHead, Skeleton } from "@headwater/ui/components";
import { count } from "@headwater/ui/format";
import { createSignal, For, Show } from "solid-js";
import { needWords } from "./need-words.ts";
import { NeedLink } from "./NeedLink.tsx";
import { t } from "./texts.ts";

/** More than these would be no list of what comes first. */
const SHOWN = 5;

/** What whoever looks can mend, in the order in which it presses. */
export function Needs(props: { readonly needs: readonly Need[] | null }) {
  const [all, setAll] = createSignal(false);
  const needs = () => props.needs ?? [];
  const shown = () => (all() ? needs() : needs().slice(0, SHOWN));
  return (
    <section class="home-needs" aria-labelledby="needs-title">
      <SectionHead title={t().needsYou} id="needs-title">
        <Show when={needs().length > 0}>{count(needs().length)}</Show>
      </SectionHead>
      <Show
        when={props.needs !== null}
        fallback={
          <AfterAWhile>
            <Skeleton as="sentence" />
          </AfterAWhile>
        }
      >
        <Show when={needs().length > 0} fallback={<p class="note">{t().nothingNeeded}</p>}>
          <ol class="need-list">
            <For each={shown()}>{(need, place) => <Line need={need} place={place() + 1} />}</For>
          </ol>
        </Show>
        <Show when={needs().length > SHOWN}>
          <Button kind="quiet" size="small" class="need-more" onClick={() => setAll(!all())}>
            {all() ? t().showFewer : t().showAll(needs().length)}
          </Button>
        </Show>
      </Show>
    </section>
  );
}

function Line(props: { readonly need: Need; readonly place: number }) {
  const say = () => needWords()[props.need.kind](props.need);
  const presses = () => props.need.kind === "stale-sources";
  return (
    <li>
      <span class="need-number" aria-hidden="true">
        {count(props.place)}
      </span>
      <div>
        <NeedLink kind={props.need.kind} need={props.need} class="need-title">
          {say().title}
        </NeedLink>
        <p class="note">{say().sentence}</p>
      </div>
      <span class="need-when" classList={{ "need-overdue": presses() }}>
        {say().when}
      </span>
    </li>
  );
}
