import type { Product } from "@headwater/contract/products";
import { Button, Empty, Failure, Ledger, type LedgerColumn } from "@headwater/ui/components";
import { change, count, dayName } from "@headwater/ui/format";
import { useInfiniteQuery } from "@tanstack/solid-query";
import { useNavigate } from "@tanstack/solid-router";
import { createMemo, Match, Show, Switch } from "solid-js";
import { changesQuery } from "./queries.ts";
import { t } from "./texts.ts";

type Row = NonNullable<Product["standing"]["lastChange"]>;

/** What came, went and moved with each snapshot, the last taken first. */
export function Changes(props: { readonly slug: string }) {
  const navigate = useNavigate();
  const changes = useInfiniteQuery(() => changesQuery(props.slug));
  const rows = createMemo(() => (changes.isSuccess ? changes.data.pages.flatMap((page) => page.items) : []));
  const address = (row: Row) => `/products/${props.slug}/changes/${row.snapshot}`;
  return (
    <Switch>
      <Match when={changes.isError && rows().length === 0}>
        <Failure title={t().notRead} onRetry={() => void changes.refetch()}>
          {changes.error?.message}
        </Failure>
      </Match>
      <Match when={changes.isSuccess && rows().length === 0}>
        <Empty title={t().noChanges} sentence={t().noChangesSentence} />
      </Match>
      <Match when={true}>
        <Ledger
          label={t().changes}
          columns={columns()}
          rows={rows()}
          keyOf={(row) => row.snapshot}
          waiting={changes.isPending}
          addressOf={address}
          onOpen={(row) =>
            void navigate({
              to: "/products/$slug/changes/$snapshot",
              params: { slug: props.slug, snapshot: row.snapshot },
            })
          }
          phoneLine={(row) => change(row.added, row.removed, row.updated)}
        />
        <Show when={changes.hasNextPage}>
          <Button class="changes-more" onClick={() => void changes.fetchNextPage()}>
            {t().loadMore}
          </Button>
        </Show>
      </Match>
    </Switch>
  );
}

function columns(): readonly LedgerColumn<Row>[] {
  const figures = (id: "added" | "removed" | "updated", name: string): LedgerColumn<Row> => ({
    id,
    name,
    cell: (row) => <span classList={{ zero: row[id] === 0 }}>{count(row[id])}</span>,
    as: "figures",
    width: 90,
    onPhone: id === "added",
  });
  return [
    { id: "name", name: t().taken, cell: (row) => dayName(row.takenAt.slice(0, 10)), width: 150 },
    {
      id: "source",
      name: t().source,
      cell: (row) => <span class="code">{row.source}</span>,
      as: "words",
      width: 300,
      spare: 1,
    },
    { id: "label", name: t().label, cell: (row) => row.label ?? "", as: "words", width: 180, spare: 2 },
    figures("added", t().added),
    figures("removed", t().removed),
    figures("updated", t().updated),
  ];
}
