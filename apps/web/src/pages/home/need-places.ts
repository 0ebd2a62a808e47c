import type { Need, NeedKind } from "@headwater/contract/needs";
import { useRouter } from "@tanstack/solid-router";

type Place = Pick<Need, "kind"> & Partial<Pick<Need, "product" | "count">>;

interface Way {
  /** As the site map has it. */
  readonly route: string;
  readonly address: string;
}

const page = (route: string): Way => ({ route, address: route });
const setting = (section: string): Way => ({
  route: "/settings/$section",
  address: `/settings/${section}`,
});

/** The one page on which a need is mended. */
const ways: Readonly<Record<NeedKind, Way>> = {
  "first-file": page("/imports"),
  "failed-uploads": page("/imports"),
  "stale-sources": page("/products"),
  "missing-target": setting("targets"),
  "rows-without-rate": setting("rates"),
  "rows-without-exchange-rate": setting("exchange-rates"),
  "open-proposals": page("/reconcile"),
  "unresolved-packages": page("/reconcile"),
  "unreviewed-products": page("/products"),
  "missing-headcount": setting("headcounts"),
  "first-contribution": page("/log"),
  "unlinked-people": setting("identities"),
  "bootstrap-key": setting("keys"),
};

/** The address that mends a need; null while the site map has no such page. */
export function usePlaceOf(): (need: Place) => string | null {
  const router = useRouter();
  const routes = new Set(Object.keys(router.routesByPath));
  return ({ kind, product, count }) => {
    if (count === 1 && product && kind === "stale-sources") return `/products/${product.slug}?tab=sources`;
    if (count === 1 && product && kind === "unreviewed-products") return `/products?edit=${product.slug}`;
    const { route, address } = ways[kind];
    return routes.has(route) ? address : null;
  };
}
