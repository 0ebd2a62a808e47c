import type { Product } from "@headwater/contract/products";
import { Failure, KeyFigure, KeyFigures, Tabs } from "@headwater/ui/components";
import { count, dayName, percentFigure } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/solid-router";
import { lazy, Match, Show, Suspense, Switch } from "solid-js";
import { teamsQuery } from "../../queries.ts";
import { Changes } from "./Changes.tsx";
import { Inventory } from "./Inventory.tsx";
import "./product.css";
import { heaviestQuery, productQuery } from "./queries.ts";
import { type ProductTab, productTabs } from "./search.ts";
import { Sources } from "./Sources.tsx";
import { t } from "./texts.ts";

const SetUp = lazy(async () => ({ default: (await import("./SetUp.tsx")).SetUp }));

/** One product: what is in it, what changed, where it is read from, and how its build sends the next inventory. */
export function ProductPage() {
  const params = useParams({ from: "/inside/products/$slug" });
  const search = useSearch({ from: "/inside/products/$slug" });
  const navigate = useNavigate();
  const slug = () => params().slug;
  const product = useQuery(() => productQuery(slug()));
  const tab = (): ProductTab => search().tab ?? "inventory";
  const choose = (value: string) => {
    const next = productTabs.find((one) => one === value);
    void navigate({
      to: "/products/$slug",
      params: { slug: slug() },
      search: { tab: next === "inventory" ? undefined : next },
      resetScroll: false,
    });
  };
  return (
    <main class="page">
      <p class="byline">
        <Link to="/products" class="link">
          {t().products}
        </Link>
      </p>
      <Show
        when={product.isPending ? null : product.data}
        fallback={
          <Show when={product.isError}>
            <Failure title={t().notRead} onRetry={() => void product.refetch()}>
              {product.error?.message}
            </Failure>
          </Show>
        }
      >
        {(shown) => (
          <>
            <Head product={shown()} />
            <Tabs
              label={t().tabs}
              value={tab()}
              onChoose={choose}
              tabs={[
                { value: "inventory", name: t().inventory, rows: shown().standing.components },
                { value: "changes", name: t().changes },
                { value: "sources", name: t().sources, rows: shown().sources.length },
                { value: "setup", name: t().setup },
              ]}
            >
              <Switch>
                <Match when={tab() === "inventory"}>
                  <Inventory slug={slug()} search={search()} />
                </Match>
                <Match when={tab() === "changes"}>
                  <Changes slug={slug()} />
                </Match>
                <Match when={tab() === "sources"}>
                  <Sources product={shown()} />
                </Match>
                <Match when={tab() === "setup"}>
                  <Suspense>
                    <SetUp product={shown()} />
                  </Suspense>
                </Match>
              </Switch>
            </Tabs>
          </>
        )}
      </Show>
    </main>
  );
}

/** Name, a sentence that says on whom it stands, and four figures. */
function Head(props: { readonly product: Product }) {
  const teams = useQuery(() => teamsQuery);
  const heaviest = useQuery(() => heaviestQuery(props.product.slug));
  const owner = () => {
    const { team } = props.product;
    if (team === null) return t().noOwner;
    return (teams.isSuccess && teams.data.items.find((one) => one.slug === team)?.name) || team;
  };
  const use = () => {
    const { retiredOn, inUseSince } = props.product;
    if (retiredOn !== null) return t().retired(retiredOn);
    return inUseSince === null ? t().sinceOpen : t().since(inUseSince);
  };
  const standing = () => props.product.standing;
  const standsOn = () => {
    if (heaviest.isPending || heaviest.data === undefined) return "";
    const { total, items } = heaviest.data;
    return t().standsOn(
      t().projects(total),
      items.map(({ name, usageShare }) => ({ name, share: usageShare })),
    );
  };
  return (
    <>
      <h1 class="product-name">{props.product.name}</h1>
      <p class="note">{[t().tier(props.product.tier), owner(), use()].join(" · ")}</p>
      <p class="lede product-lede">{standsOn()}</p>
      <KeyFigures>
        <KeyFigure
          name={t().weight}
          figure={percentFigure(standing().usageWeight)}
          unit="%"
          caption={t().weightCaption}
        />
        <KeyFigure
          name={t().components}
          figure={count(standing().components)}
          caption={t().directOf(standing().direct)}
        />
        <KeyFigure name={t().onProjects} figure={count(standing().projects)} caption={t().projectsCaption} />
        <KeyFigure
          name={t().seen}
          figure={
            standing().lastSeenAt === null ? t().never : dayName((standing().lastSeenAt ?? "").slice(0, 10))
          }
          caption={
            <span classList={{ "product-stale": standing().stale }}>
              {standing().stale ? t().seenStale : t().seenFresh}
            </span>
          }
        />
      </KeyFigures>
      <p class="note product-only">{t().usageOnly}</p>
    </>
  );
}
