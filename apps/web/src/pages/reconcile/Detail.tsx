import { Button, Kbd } from "@headwater/ui/components";
import { percent } from "@headwater/ui/format";
import { For, Show } from "solid-js";
import { type Candidate, directness } from "./candidates.ts";
import { RulePreview } from "./Preview.tsx";
import { t } from "./texts.ts";

export interface Decisions {
  readonly accept: () => void;
  readonly another: () => void;
  readonly itself: () => void;
  readonly ours: () => void;
  readonly rule: () => void;
}

interface DetailProps {
  readonly of: Candidate;
  /** Null where the reader's role changes nothing. */
  readonly decisions: Decisions | null;
}

/** What is known of the row that is looked at, what its proposal touches, and what can be decided. */
export function Detail(props: DetailProps) {
  return (
    <aside class="detail" aria-label={props.of.name}>
      <h2 class="detail-name">{props.of.name}</h2>
      <Show when={props.of.usageShare !== null ? { share: props.of.usageShare } : null}>
        {(known) => <p class="note">{t().carries(percent(known().share, 2))}</p>}
      </Show>
      <Show when={props.of.proposal} fallback={<p class="detail-sentence">{t().noSuggestion}</p>}>
        {(proposal) => (
          <p class="detail-sentence">
            {`${t().suggests} `}
            <span class="strong">{proposal().project}</span>
            {`. ${proposal().reason}`}
          </p>
        )}
      </Show>
      <Show when={props.decisions} fallback={<p class="note">{t().mayNot}</p>}>
        {(decisions) => (
          <div class="detail-actions">
            <Show when={props.of.proposal}>
              <Button kind="primary" onClick={() => decisions().accept()}>
                {t().actions.accept} <Kbd keys="Enter" />
              </Button>
            </Show>
            <Button onClick={() => decisions().another()}>
              {t().actions.another} <Kbd keys="E" />
            </Button>
            <Show when={props.of.loose}>
              <Button onClick={() => decisions().itself()}>
                {t().actions.itself} <Kbd keys="P" />
              </Button>
            </Show>
            <Button onClick={() => decisions().ours()}>
              {t().actions.ours} <Kbd keys="F" />
            </Button>
            <Button onClick={() => decisions().rule()}>
              {t().actions.rule} <Kbd keys="R" />
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.of.loose}>
        {(loose) => (
          <>
            <h3>{t().usedIn}</h3>
            <ul class="detail-list">
              <For each={loose().products}>
                {(product) => (
                  <li>
                    {product.name}
                    <span class="byline">{` ${directness(product.direct)}`}</span>
                  </li>
                )}
              </For>
            </ul>
            <h3>{t().versions}</h3>
            <p class="code detail-versions">{loose().versions.join("  ") || t().noVersions}</p>
          </>
        )}
      </Show>
      <Show when={props.of.proposal}>
        {(proposal) => (
          <>
            <h3>{t().touches}</h3>
            <RulePreview pattern={proposal().pattern} project={proposal().project} />
          </>
        )}
      </Show>
    </aside>
  );
}
