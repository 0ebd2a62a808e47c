import type { Need, NeedKind } from "@headwater/contract/needs";
import { useRouter } from "@tanstack/solid-router";

type Place = Pick<Need, "kind"> & Partial<Pick<Need, "product" | "count">>;

/** The pages on which a need is mended, the nearest first: the first that the site map has is led to. */
const places: Readonly<Record<NeedKind, readonly string[]>> = {
  "first-file": ["/imports"],
  "failed-uploads": ["/imports"],
  "stale-sources": ["/products"],
  "missing-target": ["/settings/targets", "/settings/money", "/settings"],
  "rows-without-rate": ["/settings/rates", "/settings/money", "/settings"],
  "rows-without-exchange-rate": ["/settings/exchange-rates", "/settings/money", "/settings"],
  "open-proposals": ["/reconcile"],
  "unresolved-packages": ["/reconcile"],
  "unreviewed-products": ["/products"],
  "missing-headcount": ["/settings/headcount", "/settings/targets", "/settings/organization", "/settings"],
  "first-contribution": ["/log"],
  "unlinked-people": ["/settings/people", "/settings"],
  "bootstrap-key": ["/settings/keys", "/settings"],
};

/** The address that mends a need; null while no page does. */
export function usePlaceOf(): (need: Place) => string | null {
  const router = useRouter();
  const paths = new Set(Object.keys(router.routesByPath));
  return ({ kind, product, count }) => {
    const ofOneProduct = kind === "stale-sources" || kind === "unreviewed-products";
    if (ofOneProduct && count === 1 && product) return `/products/${product.slug}?tab=sources`;
    return places[kind].find((path) => paths.has(path)) ?? null;
  };
}
