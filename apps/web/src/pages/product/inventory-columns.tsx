import type { InventoryRow } from "@headwater/contract/products";
import { type LedgerColumn, Share } from "@headwater/ui/components";
import { dayName } from "@headwater/ui/format";
import { Show } from "solid-js";
import { t } from "./texts.ts";

/** So many steps of a path are named; the others are counted. */
const NAMED_STEPS = 2;

/** The source has a column where a product has several. */
export function inventoryColumns(severalSources: boolean): readonly LedgerColumn<InventoryRow>[] {
  const scopes = (): Readonly<Record<string, string>> => t().scopes;
  return [
    {
      id: "name",
      name: t().package,
      cell: (row) => <span title={row.package}>{row.name}</span>,
      width: 190,
      sorts: "ascending",
    },
    {
      id: "version",
      name: t().version,
      cell: (row) => <span class="code">{row.version ?? ""}</span>,
      as: "words",
      width: 110,
      spare: 1,
    },
    {
      id: "scope",
      name: t().scope,
      cell: (row) => scopes()[row.scope] ?? row.scope,
      as: "words",
      width: 92,
      spare: 3,
    },
    {
      id: "how",
      name: t().how,
      unit: t().howUnit,
      cell: (row) => <How row={row} />,
      as: "words",
      width: 270,
    },
    {
      id: "project",
      name: t().project,
      cell: (row) => <span title={row.project}>{row.projectName}</span>,
      as: "words",
      width: 170,
      sorts: "ascending",
      spare: 2,
    },
    {
      id: "usage",
      name: t().usage,
      unit: t().usageUnit,
      cell: (row) => <Share bare short digits={2} share={row.usageShare} />,
      as: "figures",
      width: 84,
      sorts: "descending",
      onPhone: true,
    },
    {
      id: "since",
      name: t().seenSince,
      cell: (row) => dayName(row.since.slice(0, 10)),
      as: "words",
      width: 104,
      sorts: "descending",
      spare: 4,
    },
    ...(severalSources
      ? [
          {
            id: "source",
            name: t().source,
            cell: (row: InventoryRow) => <span class="code">{row.source}</span>,
            as: "words" as const,
            width: 150,
            spare: 5,
          },
        ]
      : []),
  ];
}

/** `direct`, or the packages by which it comes; the whole way is in the title. */
function How(props: { readonly row: InventoryRow }) {
  // The first step is the product, the last the package itself.
  const between = () => props.row.path.slice(1, -1).map(nameOf);
  const said = () => {
    const named = between().slice(0, NAMED_STEPS).join(" → ");
    const rest = between().length - NAMED_STEPS;
    return t().via(rest > 0 ? `${named} → ${t().more(rest)}` : named);
  };
  return (
    <Show when={props.row.direct !== true} fallback={<span class="inventory-direct">{t().direct}</span>}>
      <Show when={between().length > 0} fallback={<span class="inventory-unsaid">{t().notSaid}</span>}>
        <span title={props.row.path.join(" → ")}>{said()}</span>
      </Show>
    </Show>
  );
}

/** `pkg:npm/%40babel/core@7.1.0` → `@babel/core`. */
function nameOf(purl: string): string {
  const withoutType = purl.slice(purl.indexOf("/") + 1);
  return decodeURIComponent(withoutType.replace(/@[^@/]*$/, ""));
}
