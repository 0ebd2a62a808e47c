import type { UploadLine } from "@headwater/contract/products";
import { Button, ColumnHead, SectionHead } from "@headwater/ui/components";
import { ago, change, count, dayName } from "@headwater/ui/format";
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/solid-query";
import { Link } from "@tanstack/solid-router";
import { For, Match, Show, Switch } from "solid-js";
import { useDayOf } from "../../frame/day-of.ts";
import { Refusal, server } from "../../server.ts";
import { t } from "./texts.ts";

/** Below "usage", so that what is imported here or by a build in between is asked for again with it. */
const uploadsQuery = infiniteQueryOptions({
  queryKey: ["usage", "uploads"],
  queryFn: ({ pageParam }) => server.uploads(pageParam),
  initialPageParam: startOfList(),
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

function startOfList(): string | undefined {
  return undefined;
}

/** What came before, from here and from builds, and what became of it. */
export function Earlier() {
  const dayOf = useDayOf();
  const uploads = useInfiniteQuery(() => uploadsQuery);
  const rows = () => (uploads.isSuccess ? uploads.data.pages.flatMap((page) => page.items) : []);
  const failure = () => {
    const { error } = uploads;
    return error === null || (error instanceof Refusal && error.isSignedOut) ? null : error;
  };
  return (
    <section class="earlier">
      <Show when={failure()}>{(error) => <p class="red">{t().earlierNotRead(error().message)}</p>}</Show>
      <Show when={rows().length > 0}>
        <SectionHead title={t().earlier} />
        <table class="ledger">
          <thead>
            <tr>
              <ColumnHead name={t().when} />
              <ColumnHead name={t().product} />
              <ColumnHead name={t().source} class="earlier-wide" />
              <ColumnHead name={t().became} unit={t().moved} />
              <ColumnHead name={t().componentsHead} figures class="earlier-wide" />
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>{(row) => <Row row={row} dayOf={dayOf} />}</For>
          </tbody>
        </table>
        <Show when={uploads.hasNextPage}>
          <p class="not-printed">
            <Button size="small" onClick={() => void uploads.fetchNextPage()}>
              {t().earlierMore}
            </Button>
          </p>
        </Show>
      </Show>
    </section>
  );
}

function Row(props: { readonly row: UploadLine; readonly dayOf: (instant: string) => string }) {
  const when = () => Date.parse(props.row.takenAt);
  const day = () => dayName(props.dayOf(props.row.takenAt));
  return (
    <tr>
      <td>
        <time dateTime={props.row.takenAt} title={ago(when(), Date.now())}>
          {day()}
        </time>
      </td>
      <th scope="row">
        <Link to="/products/$slug" params={{ slug: props.row.product }} class="link">
          {props.row.product}
        </Link>
      </th>
      <td class="earlier-wide earlier-source" title={props.row.source}>
        {props.row.source}
      </td>
      <td class="earlier-fate">
        <Fate row={props.row} />
      </td>
      <td class="figures earlier-wide">
        {props.row.snapshot === null ? "" : count(props.row.snapshot.components)}
      </td>
    </tr>
  );
}

function Fate(props: { readonly row: UploadLine }) {
  return (
    <Switch fallback={t().waiting}>
      <Match when={props.row.status === "processing"}>{t().reading}</Match>
      <Match when={props.row.status === "unchanged"}>{t().sameBytes}</Match>
      <Match when={props.row.error}>
        {(error) => (
          <span class="red">
            {error().message}
            {error().where === null ? "" : ` (${error().where})`}
          </span>
        )}
      </Match>
      <Match when={props.row.snapshot}>
        {(snapshot) => (
          <>
            {change(snapshot().added, snapshot().removed, snapshot().updated)}
            <Show when={snapshot().problems > 0}> · {t().problems(snapshot().problems)}</Show>
            <Show when={!snapshot().inForce}> · {t().notInForce}</Show>
          </>
        )}
      </Match>
    </Switch>
  );
}
