import type { PackageChange, SnapshotDifference } from "@headwater/contract/products";
import {
  Button,
  Empty,
  Failure,
  Ledger,
  type LedgerColumn,
  type LedgerGroup,
} from "@headwater/ui/components";
import { dayName } from "@headwater/ui/format";
import { useInfiniteQuery } from "@tanstack/solid-query";
import { Link, useParams } from "@tanstack/solid-router";
import { createMemo, type JSX, Show } from "solid-js";
import "./product.css";
import { changeQuery } from "./queries.ts";
import { t } from "./texts.ts";

/** One snapshot against the one before it, package by package. */
export function ChangesPage() {
  const params = useParams({ from: "/inside/products/$slug/changes/$snapshot" });
  const difference = useInfiniteQuery(() => changeQuery(params().slug, params().snapshot));
  const pages = () => (difference.isSuccess ? difference.data.pages : []);
  const head = () => pages()[0];
  const rows = createMemo(() => pages().flatMap((page) => page.items));
  const groups = createMemo(() => {
    const first = head();
    return first === undefined ? [] : groupsOf(rows(), first);
  });
  const day = (instant: string) => dayName(instant.slice(0, 10));
  const title = () => {
    const first = head();
    return first === undefined ? "" : t().changeTitle(day(first.takenAt));
  };
  const lede = () => {
    const first = head();
    if (first === undefined) return "";
    return t().changeLede(first.source, first.previous === null ? null : day(first.previous.takenAt));
  };
  return (
    <main class="page">
      <p class="byline">
        <Link to="/products" class="link">
          {t().products}
        </Link>
        {" · "}
        <Link to="/products/$slug" params={{ slug: params().slug }} search={{ tab: "changes" }} class="link">
          {params().slug}
        </Link>
      </p>
      <Show
        when={!difference.isError}
        fallback={
          <Failure title={t().notRead} onRetry={() => void difference.refetch()}>
            {difference.error?.message}
          </Failure>
        }
      >
        <h1 id="change-title" class="change-title">
          {title()}
        </h1>
        <p class="lede change-lede">{lede()}</p>
        <Show
          when={!difference.isSuccess || rows().length > 0}
          fallback={<Empty title={t().nothingChanged} sentence={t().nothingChangedSentence} />}
        >
          <Ledger
            labelledBy="change-title"
            columns={columns()}
            rows={[]}
            groups={groups()}
            keyOf={(row) => row.package}
            waiting={difference.isPending}
            phoneLine={(row) => [...row.before, "→", ...row.after].join(" ")}
          />
          <Show when={difference.hasNextPage}>
            <Button class="changes-more" onClick={() => void difference.fetchNextPage()}>
              {t().loadMore}
            </Button>
          </Show>
        </Show>
      </Show>
    </main>
  );
}

/** What came, what went, what moved; each head counts all of them, also those that are not here yet. */
function groupsOf(
  rows: readonly PackageChange[],
  { added, removed, updated }: Pick<SnapshotDifference, "added" | "removed" | "updated">,
): readonly LedgerGroup<PackageChange, JSX.Element>[] {
  const group = (key: PackageChange["change"], name: string, count: number) => ({
    key,
    name,
    count,
    rows: rows.filter((row) => row.change === key),
  });
  return [
    group("added", t().added, added),
    group("removed", t().removed, removed),
    group("updated", t().updated, updated),
  ].filter(({ rows: members }) => members.length > 0);
}

function columns(): readonly LedgerColumn<PackageChange>[] {
  const scopes = (): Readonly<Record<string, string>> => t().scopes;
  return [
    { id: "name", name: t().package, cell: (row) => <span title={row.package}>{row.name}</span>, width: 240 },
    {
      id: "before",
      name: t().before,
      cell: (row) => <span class="code">{row.before.join(", ")}</span>,
      as: "words",
      width: 180,
    },
    {
      id: "after",
      name: t().after,
      cell: (row) => <span class="code">{row.after.join(", ")}</span>,
      as: "words",
      width: 180,
    },
    {
      id: "scope",
      name: t().scope,
      cell: (row) => scopes()[row.scope] ?? row.scope,
      as: "words",
      width: 110,
      spare: 2,
    },
    {
      id: "how",
      name: t().how,
      cell: (row) =>
        row.direct === true ? t().directnesses.direct : row.direct === null ? "" : t().directnesses.indirect,
      as: "words",
      width: 110,
      spare: 3,
    },
    {
      id: "project",
      name: t().project,
      cell: (row) => row.projectName ?? "",
      as: "words",
      width: 220,
      spare: 1,
    },
  ];
}
