import type { Product } from "@headwater/contract/products";
import { Empty, Ledger, type LedgerColumn } from "@headwater/ui/components";
import { count, dayName } from "@headwater/ui/format";
import { Show } from "solid-js";
import { t } from "./texts.ts";

type Source = Product["sources"][number];

/** Where the product is read from again and again, and how fresh each of it is. */
export function Sources(props: { readonly product: Product }) {
  return (
    <Show
      when={props.product.sources.length > 0}
      fallback={<Empty title={t().noSources} sentence={t().nothingSentence} />}
    >
      <Ledger
        label={t().sources}
        columns={columns()}
        rows={props.product.sources}
        keyOf={(row) => row.id}
        phoneLine={(row) => dayName(row.lastSeenAt.slice(0, 10))}
      />
    </Show>
  );
}

function columns(): readonly LedgerColumn<Source>[] {
  const shapes = (): Readonly<Record<string, string>> => t().shapes;
  const figures = (id: string, name: string, cell: (row: Source) => number): LedgerColumn<Source> => ({
    id,
    name,
    cell: (row) => <span classList={{ zero: cell(row) === 0 }}>{count(cell(row))}</span>,
    as: "figures",
    width: 110,
    onPhone: id === "components",
  });
  return [
    { id: "name", name: t().path, cell: (row) => row.path, width: 240 },
    { id: "seen", name: t().lastSeen, cell: (row) => <Freshness source={row} />, as: "words", width: 180 },
    figures("components", t().components, (row) => row.inventory?.components ?? 0),
    { ...figures("direct", t().directHead, (row) => row.inventory?.direct ?? 0), spare: 3 },
    {
      id: "format",
      name: t().format,
      cell: (row) => row.inventory?.format ?? "",
      as: "words",
      width: 140,
      spare: 2,
    },
    {
      id: "shape",
      name: t().shape,
      cell: (row) => (row.inventory === null ? "" : (shapes()[row.inventory.shape] ?? row.inventory.shape)),
      as: "words",
      width: 160,
      spare: 1,
    },
    {
      id: "ref",
      name: t().ref,
      cell: (row) => row.trackedRef ?? t().anyRef,
      as: "words",
      width: 130,
      spare: 4,
    },
    { ...figures("problems", t().problems, (row) => row.inventory?.problems ?? 0), spare: 5 },
  ];
}

function Freshness(props: { readonly source: Source }) {
  const day = () => dayName(props.source.lastSeenAt.slice(0, 10));
  const words = () => {
    const { retiredOn, stale } = props.source;
    if (retiredOn !== null) return t().sourceRetired(retiredOn);
    return stale ? t().stale(day()) : day();
  };
  return <span classList={{ "product-stale": props.source.stale }}>{words()}</span>;
}
