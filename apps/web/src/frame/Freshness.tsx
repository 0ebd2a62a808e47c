import { ago } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { productsQuery } from "../queries.ts";
import { t } from "./words.ts";
import { dataOf } from "./data-of.ts";

/** An inventory that is older has most likely been overtaken by a release. */
const FRESH_MS = 30 * 86_400_000;

/** How old the newest inventory is: a dot, and the words for who asks it by pointer or by Tab. */
export function Freshness() {
  const products = useQuery(() => productsQuery);
  const newest = () =>
    (dataOf(products)?.items ?? [])
      .flatMap((product) => product.sources.map((source) => Date.parse(source.lastSeenAt)))
      .reduce((latest, moment) => Math.max(latest, moment), 0);
  const words = () => (newest() === 0 ? t().freshnessNone : t().freshness(ago(newest(), Date.now())));
  return (
    <Show when={dataOf(products)}>
      <span class="freshness">
        <button type="button" class="freshness-dot" aria-label={words()}>
          <svg viewBox="0 0 8 8" aria-hidden="true">
            <circle
              cx="4"
              cy="4"
              r="3"
              class={newest() === 0 || Date.now() - newest() > FRESH_MS ? "freshness-old" : "freshness-new"}
            />
          </svg>
        </button>
        <span class="chip-reason" aria-hidden="true">
          {words()}
        </span>
      </span>
    </Show>
  );
}
