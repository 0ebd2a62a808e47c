import { Button, Empty, Ledger, type LedgerColumn, Segmented } from "@headwater/ui/components";
import { useInfiniteQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { evidenceQuery, type StatedPackage } from "./queries.ts";
import { t } from "./texts.ts";

/** What files say of where packages come from, and where they disagree. */
export function Evidence(props: { readonly q: string | undefined }) {
  const [which, setWhich] = createSignal("stated");
  const stated = useInfiniteQuery(() => evidenceQuery(which() === "disputed"));
  const rows = () => {
    const sought = (props.q ?? "").toLowerCase();
    return (stated.data?.pages.flatMap((page) => page.items) ?? []).filter(({ name, project }) =>
      [name, project].some((text) => text.toLowerCase().includes(sought)),
    );
  };
  const columns = (): readonly LedgerColumn<StatedPackage>[] => [
    { id: "name", name: t().package, width: 200, cell: (row) => row.name },
    { id: "project", name: t().project, width: 260, onPhone: true, cell: (row) => row.project },
    { id: "basis", name: t().saidBy, width: 90, spare: 3, cell: (row) => t().basis[row.basis] },
    {
      id: "statement",
      name: t().statement,
      width: 280,
      spare: 1,
      cell: (row) => (
        <span class="code cut">{row.evidence.map(({ statement }) => statement).join(", ")}</span>
      ),
    },
    {
      id: "source",
      name: t().source,
      width: 200,
      spare: 2,
      cell: (row) => (
        <span class="cut">{[...new Set(row.evidence.map(({ source }) => source))].join(", ")}</span>
      ),
    },
  ];
  return (
    <>
      <div class="evidence-which">
        <Segmented
          label={t().whichEvidence}
          options={[
            { value: "stated", name: t().stated },
            { value: "disputed", name: t().disputed },
          ]}
          value={which()}
          onChoose={setWhich}
        />
      </div>
      <Show
        when={stated.isPending || rows().length > 0}
        fallback={
          <Empty
            title={which() === "disputed" ? t().noDisputes : t().noEvidence}
            sentence={which() === "disputed" ? t().noDisputesSentence : t().noEvidenceSentence}
          />
        }
      >
        <Ledger
          label={t().evidence}
          columns={columns()}
          rows={rows()}
          keyOf={(row) => row.package}
          waiting={stated.isPending}
          phoneLine={(row) => row.evidence.map(({ source }) => source).join(", ")}
        />
        <Show when={stated.hasNextPage}>
          <Button
            size="small"
            disabled={stated.isFetchingNextPage}
            onClick={() => void stated.fetchNextPage()}
          >
            {t().readMore}
          </Button>
        </Show>
      </Show>
    </>
  );
}
