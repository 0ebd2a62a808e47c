import type { Product } from "@headwater/contract/products";
import { todayIn } from "@headwater/domain/period";
import { Button, buttonClass, Empty, Failure, Ledger, type LedgerGroup } from "@headwater/ui/components";
import { dayName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Link, useNavigate, useSearch } from "@tanstack/solid-router";
import { createMemo, type JSX, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { organizationQuery, productsQuery, teamsQuery } from "../../queries.ts";
import { Refusal } from "../../server.ts";
import { productColumns, subtotal } from "./columns.tsx";
import "./products.css";
import { NEW } from "./search.ts";
import { t } from "./texts.ts";

const ProductDialogs = lazy(async () => ({ default: (await import("./ProductDialogs.tsx")).ProductDialogs }));

/** What the company builds and runs, the most critical first, with what each stands on and how fresh that is. */
export function ProductsPage() {
  const search = useSearch({ from: "/inside/products" });
  const navigate = useNavigate();
  const products = useQuery(() => productsQuery);
  const teams = useQuery(() => teamsQuery);
  const organization = useQuery(() => organizationQuery);
  const today = () => todayIn(organization.isSuccess ? organization.data.timeZone : "UTC", Date.now());
  const rows = () => (products.isPending ? [] : (products.data?.items ?? []));
  const teamList = () => (teams.isSuccess ? teams.data.items : []);
  const groups = createMemo(() => groupsOf(rows(), today()));
  const teamName = (slug: string) => teamList().find((team) => team.slug === slug)?.name ?? slug;
  const columns = createMemo(() =>
    productColumns({
      teamName,
      onEdit: (row) => void navigate({ to: ".", search: { edit: row.slug }, resetScroll: false }),
      onRetire: (row) => void navigate({ to: ".", search: { retire: row.slug }, resetScroll: false }),
    }),
  );
  const failed = () => {
    const { error } = products;
    return error instanceof Refusal && error.isSignedOut ? null : error;
  };
  return (
    <main class="page">
      <Switch>
        <Match when={failed() !== null && rows().length === 0}>
          <Failure title={t().notRead} onRetry={() => void products.refetch()}>
            {failed()?.message}
          </Failure>
        </Match>
        <Match when={products.isSuccess && rows().length === 0}>
          <Empty wholePage title={t().nothingTitle} sentence={t().nothingSentence}>
            <Link to="/imports" class={buttonClass("primary")}>
              {t().importFiles}
            </Link>
            <AddButton kind="quiet" />
          </Empty>
        </Match>
        <Match when={true}>
          <div class="products-head">
            <div>
              <h1 id="products-title">{t().title}</h1>
              <p class="note products-lede">{products.isSuccess ? ledeOf(rows(), today()) : ""}</p>
            </div>
            <div class="products-tools not-printed">
              <Link to="/imports" class={buttonClass("normal")}>
                {t().importFiles}
              </Link>
              <AddButton kind="normal" />
            </div>
          </div>
          <Ledger
            labelledBy="products-title"
            columns={columns()}
            rows={[]}
            groups={groups()}
            keyOf={(row) => row.slug}
            waiting={products.isPending}
            addressOf={(row) => `/products/${row.slug}`}
            onOpen={(row) => void navigate({ to: "/products/$slug", params: { slug: row.slug } })}
            remark={remarkOf}
            phoneLine={phoneLine}
            foot={[
              { as: "total", name: t().total, cell: (column) => subtotal(inUse(rows(), today()), column) },
            ]}
          />
        </Match>
      </Switch>
      <Show when={search().edit ?? search().retire}>
        <Suspense>
          <ProductDialogs search={search()} products={rows()} teams={teamList()} today={today()} />
        </Suspense>
      </Show>
    </main>
  );
}

function AddButton(props: { readonly kind: "normal" | "quiet" }) {
  const navigate = useNavigate();
  return (
    <Button
      kind={props.kind}
      onClick={() => void navigate({ to: ".", search: { edit: NEW }, resetScroll: false })}
    >
      {t().add}
    </Button>
  );
}

function inUse(rows: readonly Product[], today: string): readonly Product[] {
  return rows.filter(({ retiredOn }) => retiredOn === null || retiredOn > today);
}

function ledeOf(rows: readonly Product[], today: string): string {
  const used = inUse(rows, today);
  const sources = used.reduce((sum, row) => sum + sourcesOf(row), 0);
  const components = used.reduce((sum, row) => sum + row.standing.components, 0);
  return t().lede(t().products(used.length), t().components(components), t().sources(sources));
}

function sourcesOf({ sources }: Product): number {
  return sources.filter(({ retiredOn }) => retiredOn === null).length;
}

/** By tier; what is retired comes last. In a tier the heaviest first. */
function groupsOf(rows: readonly Product[], today: string): readonly LedgerGroup<Product, JSX.Element>[] {
  const used = new Set(inUse(rows, today));
  const group = (key: string, name: string, members: readonly Product[]) => ({
    key,
    name,
    count: members.length,
    rows: members.toSorted((one, other) => other.standing.components - one.standing.components),
    cell: (column: string) => subtotal(members, column),
  });
  const tiers = [1, 2, 3, 4].map((tier) =>
    group(
      String(tier),
      t().tier(tier),
      rows.filter((row) => used.has(row) && row.tier === tier),
    ),
  );
  const retired = group(
    "retired",
    t().retired,
    rows.filter((row) => !used.has(row)),
  );
  return [...tiers, retired].filter(({ rows: members }) => members.length > 0);
}

function remarkOf(row: Product): string {
  if (row.retiredOn !== null) return t().until(row.retiredOn);
  if (!row.reviewed) return t().unreviewed;
  return row.inUseSince === null ? "" : t().since(row.inUseSince);
}

function phoneLine({ standing, sources }: Product): string {
  const { lastSeenAt } = standing;
  const seen = lastSeenAt === null ? t().notSeen : dayName(lastSeenAt.slice(0, 10));
  return `${t().sources(sources.length)} · ${t().seen} ${seen}`;
}
