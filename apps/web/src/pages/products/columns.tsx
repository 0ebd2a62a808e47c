import type { Product } from "@headwater/contract/products";
import { type LedgerColumn, Menu } from "@headwater/ui/components";
import { change, count, dayName, percentFigure } from "@headwater/ui/format";
import { Link } from "@tanstack/solid-router";
import { Show } from "solid-js";
import { t } from "./texts.ts";

interface Given {
  readonly teamName: (slug: string) => string;
  readonly onEdit: (row: Product) => void;
  readonly onRetire: (row: Product) => void;
}

/** The name first; on a phone its weight and its components stay. */
export function productColumns({ teamName, onEdit, onRetire }: Given): readonly LedgerColumn<Product>[] {
  return [
    { id: "name", name: t().product, cell: (row) => row.name, width: 170 },
    {
      id: "owner",
      name: t().owner,
      cell: (row) =>
        row.team === null ? <span class="product-nobody">{t().noOwner}</span> : teamName(row.team),
      as: "words",
      width: 170,
      spare: 3,
    },
    figures("weight", t().weight, t().weightUnit, 92, (row) => percentFigure(row.standing.usageWeight)),
    {
      ...figures("components", t().component, undefined, 92, (row) => row.standing.components),
      onPhone: true,
    },
    { ...figures("direct", t().direct, undefined, 66, (row) => row.standing.direct), spare: 4 },
    figures("projects", t().projects, undefined, 72, (row) => row.standing.projects),
    { ...figures("sources", t().source, undefined, 70, (row) => row.sources.length), spare: 5 },
    {
      id: "seen",
      name: t().seen,
      cell: (row) => <Seen {...row.standing} />,
      as: "words",
      width: 150,
      spare: 1,
    },
    {
      id: "change",
      name: t().change,
      unit: t().changeUnit,
      cell: (row) => <LastChange product={row} />,
      as: "words",
      width: 150,
      spare: 2,
    },
    {
      id: "actions",
      name: "",
      head: () => <span class="said">{t().actions}</span>,
      cell: (row) => (
        <Menu
          label={t().actionsOf(row.name)}
          kind="quiet"
          size="small"
          entries={[
            { name: t().edit, onChoose: () => onEdit(row) },
            { name: t().retire, destructive: true, onChoose: () => onRetire(row) },
          ]}
        >
          {t().edit}
        </Menu>
      ),
      as: "words",
      width: 92,
    },
  ];
}

function figures(
  id: string,
  name: string,
  unit: string | undefined,
  width: number,
  cell: (row: Product) => number | string,
): LedgerColumn<Product> {
  const print = (value: number | string) => (typeof value === "number" ? count(value) : value);
  return {
    id,
    name,
    unit,
    cell: (row) => <span classList={{ zero: Number(cell(row)) === 0 }}>{print(cell(row))}</span>,
    as: "figures",
    width,
  };
}

/** The day, and in words where it is too long ago. */
function Seen(props: Pick<Product["standing"], "lastSeenAt" | "stale">) {
  const day = () => dayName((props.lastSeenAt ?? "").slice(0, 10));
  return (
    <Show when={props.lastSeenAt} fallback={<span class="product-nobody">{t().notSeen}</span>}>
      <span classList={{ "product-stale": props.stale }}>{props.stale ? t().stale(day()) : day()}</span>
    </Show>
  );
}

function LastChange(props: { readonly product: Product }) {
  return (
    <Show when={props.product.standing.lastChange}>
      {(last) => (
        <Link
          to="/products/$slug/changes/$snapshot"
          params={{ slug: props.product.slug, snapshot: last().snapshot }}
          class="link"
        >
          {change(last().added, last().removed, last().updated)}
        </Link>
      )}
    </Show>
  );
}

/** The sums of a tier, or of all; a component that two products have counts in each. */
export function subtotal(rows: readonly Product[], column: string): string {
  const sum = (of: (row: Product) => number) => rows.reduce((all, row) => all + of(row), 0);
  if (column === "weight") return percentFigure(sum((row) => row.standing.usageWeight));
  if (column === "components") return count(sum((row) => row.standing.components));
  if (column === "direct") return count(sum((row) => row.standing.direct));
  if (column === "sources") return count(sum((row) => row.sources.length));
  return "";
}
