import { AfterAWhile, Skeleton } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { For, Match, Show, Switch } from "solid-js";
import { oursPreviewQuery, rulePreviewQuery } from "./queries.ts";
import { t } from "./texts.ts";

/** More packages than these are told in a number. */
const MOST = 12;

/** What a rule would move, and what it would leave, before it is set. */
export function RulePreview(props: { readonly pattern: string; readonly project: string }) {
  const preview = useQuery(() => rulePreviewQuery(props.pattern, props.project));
  return (
    <div class="preview" aria-live="polite">
      <Switch
        fallback={
          <AfterAWhile>
            <Skeleton as="sentence" />
          </AfterAWhile>
        }
      >
        <Match when={preview.error}>{(error) => <p class="note red">{error().message}</p>}</Match>
        <Match when={preview.data}>
          {(rule) => (
            <>
              <p class="strong">{t().movesHere(rule().moved.length)}</p>
              <ul class="preview-packages">
                <For each={rule().moved.slice(0, MOST)}>
                  {(move) => (
                    <li>
                      <span class="code">{readable(move.package)}</span>
                      <Show when={!move.provisional}>
                        <span class="byline">{` ${t().from} ${move.from}`}</span>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={rule().moved.length > MOST}>
                <p class="byline">{t().andMore(rule().moved.length - MOST)}</p>
              </Show>
              <Show when={rule().kept.length > 0}>
                <p class="note">{t().staysAway(rule().kept.length)}</p>
                <ul class="preview-packages">
                  <For each={rule().kept.slice(0, 4)}>
                    {(kept) => (
                      <li>
                        <span class="code">{readable(kept.package)}</span>
                        <span class="byline">{` ${kept.project}`}</span>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

/** What would count as ours. */
export function OursPreview(props: { readonly pattern: string }) {
  const preview = useQuery(() => oursPreviewQuery(props.pattern));
  return (
    <div class="preview" aria-live="polite">
      <Switch>
        <Match when={preview.error}>{(error) => <p class="note red">{error().message}</p>}</Match>
        <Match when={preview.data}>
          {(ours) => (
            <>
              <p class="strong">{t().oursCovers(ours().packages.length)}</p>
              <ul class="preview-packages">
                <For each={ours().packages.slice(0, MOST)}>
                  {(purl) => <li class="code">{readable(purl)}</li>}
                </For>
              </ul>
              <Show when={ours().packages.length > MOST}>
                <p class="byline">{t().andMore(ours().packages.length - MOST)}</p>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

/** The `@` of a scope as people write it; a purl with another escape stays as it is. */
function readable(purl: string): string {
  return purl.replaceAll("%40", "@");
}
