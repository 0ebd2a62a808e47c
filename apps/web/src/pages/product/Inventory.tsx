import type { ProductInventory } from "@headwater/contract/products";
import { Button, buttonClass, Empty, Failure, Field, Ledger, SelectField } from "@headwater/ui/components";
import { useInfiniteQuery } from "@tanstack/solid-query";
import { Link, useNavigate } from "@tanstack/solid-router";
import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  onCleanup,
  onMount,
  Show,
  Switch,
  untrack,
} from "solid-js";
import { unwrap } from "solid-js/store";
import { useKeys } from "../../frame/keys.ts";
import { inventoryColumns } from "./inventory-columns.tsx";
import { inventoryQuery } from "./queries.ts";
import { type ProductSearch, readProductSearch } from "./search.ts";
import { t } from "./texts.ts";

interface InventoryProps {
  readonly slug: string;
  readonly search: ProductSearch;
}

/** Long enough for a word to be typed before the server is asked. */
const TYPING_MS = 180;

/** So near to its end the reader is when the next rows are asked for. CSS pixels. */
const NEAR_END_PX = 2400;

/** What is in the product now. The server searches, filters and pages; rows arrive as the reader scrolls. */
export function Inventory(props: InventoryProps) {
  const navigate = useNavigate();
  const inventory = useInfiniteQuery(() => ({
    ...inventoryQuery(props.slug, props.search),
    // What was shown stays, dimmed, until the filtered rows are here.
    placeholderData: (
      before: { pages: ProductInventory[]; pageParams: (string | undefined)[] } | undefined,
    ) => before,
  }));
  // Read only once it is here: the page must not wait for its longest part.
  const pages = () => (inventory.isPending ? [] : (unwrap(inventory.data)?.pages ?? []));
  const rows = createMemo(() => pages().flatMap((page) => page.items));
  const head = () => pages()[0];
  const filtered = () => {
    const { q, scope, direct, source } = props.search;
    return [q, scope, direct, source].some((part) => part !== undefined);
  };
  const search = (change: ProductSearch) =>
    void navigate({
      to: "/products/$slug",
      params: { slug: props.slug },
      search: readProductSearch({ ...props.search, ...change }),
      resetScroll: false,
      replace: true,
    });
  const clear = () => search({ q: undefined, scope: undefined, direct: undefined, source: undefined });
  createReadingOn(() => {
    if (inventory.hasNextPage && !inventory.isFetchingNextPage && !inventory.isError)
      void inventory.fetchNextPage();
  }, rows);
  const columns = createMemo(() => inventoryColumns((head()?.sources.length ?? 0) > 1));
  return (
    <Switch>
      <Match when={inventory.isError && rows().length === 0}>
        <Failure title={t().notRead} onRetry={() => void inventory.refetch()}>
          {inventory.error?.message}
        </Failure>
      </Match>
      <Match when={inventory.isSuccess && head()?.all === 0}>
        <NothingInForce slug={props.slug} />
      </Match>
      <Match when={true}>
        <Filters search={props.search} inventory={head() ?? null} filtered={filtered()} onSearch={search} />
        <Show
          when={!inventory.isSuccess || rows().length > 0}
          fallback={
            <Empty title={t().noMatch} sentence={t().noMatchSentence}>
              <Button onClick={clear}>{t().clear}</Button>
            </Empty>
          }
        >
          <Ledger
            label={t().inventory}
            columns={columns()}
            rows={rows()}
            keyOf={(row) => `${row.source} ${row.package} ${row.version ?? ""}`}
            waiting={inventory.isPending}
            dimmed={inventory.isPlaceholderData}
            sort={{
              by: props.search.sort ?? "usage",
              order: ["usage", "since"].includes(props.search.sort ?? "usage") ? "descending" : "ascending",
            }}
            onSort={({ by }) => search(readProductSearch({ ...props.search, sort: by }))}
            remark={(row) => (row.provisional ? t().provisional : "")}
            phoneLine={(row) => `${row.version ?? ""} · ${row.projectName}`}
          />
        </Show>
      </Match>
    </Switch>
  );
}

function NothingInForce(props: { readonly slug: string }) {
  return (
    <Empty title={t().nothing} sentence={t().nothingSentence}>
      <Link to="/imports" class={buttonClass("primary")}>
        {t().toImports}
      </Link>
      <Link
        to="/products/$slug"
        params={{ slug: props.slug }}
        search={{ tab: "setup" }}
        class={buttonClass("quiet")}
      >
        {t().toSetup}
      </Link>
    </Empty>
  );
}

/** Asks for more while the end of what is here is near the window. */
function createReadingOn(more: () => void, rows: () => readonly unknown[]): void {
  const look = () => {
    if (document.documentElement.scrollHeight - window.scrollY - window.innerHeight < NEAR_END_PX) more();
  };
  onMount(() => {
    window.addEventListener("scroll", look, { passive: true });
    onCleanup(() => window.removeEventListener("scroll", look));
  });
  // What came may still end above the foot of the window.
  createEffect(() => {
    if (rows().length > 0) requestAnimationFrame(look);
  });
}

interface FiltersProps {
  readonly search: ProductSearch;
  readonly inventory: ProductInventory | null;
  readonly filtered: boolean;
  readonly onSearch: (change: ProductSearch) => void;
}

function Filters(props: FiltersProps) {
  const [typed, setTyped] = createSignal(untrack(() => props.search.q) ?? "");
  let field: HTMLElement | undefined;
  let timer = 0;
  onCleanup(() => clearTimeout(timer));
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer);
    timer = window.setTimeout(() => props.onSearch({ q: text === "" ? undefined : text }), TYPING_MS);
  };
  createEffect(() => {
    if (props.search.q === undefined && document.activeElement?.closest(".inventory-search") === null)
      setTyped("");
  });
  useKeys(() => [{ key: "/", does: t().filterLabel, run: () => field?.querySelector("input")?.focus() }]);
  const said = () => {
    if (props.inventory === null) return "";
    const { total, all } = props.inventory;
    return props.filtered ? t().shown(total, all) : t().all(all);
  };
  const choices = (
    counts: readonly { readonly value: string; readonly rows: number }[],
    name: (value: string) => string,
  ) => [
    { value: "", name: t().any },
    ...counts.map(({ value, rows }) => ({ value, name: `${name(value)} · ${t().all(rows)}` })),
  ];
  const scopeNames = (): Readonly<Record<string, string>> => t().scopes;
  const directNames = (): Readonly<Record<string, string>> => t().directnesses;
  const choose = (name: keyof ProductSearch) => (value: string) =>
    props.onSearch(readProductSearch({ ...props.search, [name]: value }));
  return (
    <div class="inventory-filters not-printed">
      <div class="inventory-search" ref={(element) => (field = element)}>
        <Field
          label={t().filterLabel}
          type="search"
          value={typed()}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </div>
      <SelectField
        label={t().scope}
        name="scope"
        value={props.search.scope ?? ""}
        choices={choices(props.inventory?.scopes ?? [], (value) => scopeNames()[value] ?? value)}
        onChoose={choose("scope")}
      />
      <SelectField
        label={t().directness}
        name="direct"
        value={props.search.direct ?? ""}
        choices={choices(props.inventory?.directness ?? [], (value) => directNames()[value] ?? value)}
        onChoose={choose("direct")}
      />
      <Show when={(props.inventory?.sources.length ?? 0) > 1}>
        <SelectField
          label={t().source}
          name="source"
          value={props.search.source ?? ""}
          choices={choices(props.inventory?.sources ?? [], (value) => value)}
          onChoose={choose("source")}
        />
      </Show>
      <p class="note inventory-count" role="status">
        {said()}
      </p>
    </div>
  );
}
