/** The pages that there are, as a table of contents has them. A page stands in it as soon as the site map has it. */
import { useRouter } from "@tanstack/solid-router";
import type { placeNames } from "./words.ts";

export type PlaceName = keyof ReturnType<typeof placeNames>;

export interface Place {
  readonly name: PlaceName;
  readonly path: string;
  /** After `G`. */
  readonly key: string;
}

/** In four groups: what is mine, what we stand on, what we give, what keeps the books right. */
const groups: readonly (readonly Place[])[] = [
  [
    { name: "home", path: "/", key: "h" },
    { name: "log", path: "/log", key: "l" },
    { name: "inbox", path: "/inbox", key: "i" },
  ],
  [
    { name: "projects", path: "/projects", key: "p" },
    { name: "products", path: "/products", key: "o" },
    { name: "incidents", path: "/incidents", key: "n" },
    { name: "risk", path: "/risk", key: "k" },
  ],
  [
    { name: "giving", path: "/giving", key: "g" },
    { name: "fund", path: "/fund", key: "f" },
    { name: "reports", path: "/report", key: "r" },
  ],
  [
    { name: "reconcile", path: "/reconcile", key: "c" },
    { name: "imports", path: "/imports", key: "m" },
    { name: "audit", path: "/audit", key: "a" },
    { name: "settings", path: "/settings", key: "s" },
  ],
];

/** The groups with the pages that the site map has; where a page is several, the first of them is led to. */
export function usePlaces(): readonly (readonly Place[])[] {
  const routes: Readonly<Record<string, { readonly options: { readonly component?: unknown } }>> =
    useRouter().routesByPath;
  const paths = Object.entries(routes)
    .filter(([, route]) => route.options.component !== undefined)
    .map(([path]) => path);
  const existing = ({ path }: Place) =>
    paths.find((one) => one === path) ??
    paths.find((one) => path !== "/" && one.startsWith(`${path}/`) && !one.includes("$"));
  return groups
    .map((places) =>
      places.flatMap((place) => {
        const path = existing(place);
        return path === undefined ? [] : [{ ...place, path }];
      }),
    )
    .filter((places) => places.length > 0);
}

/** Whether the page that is seen is this one or lies under it. */
export function isHere(place: Place, pathname: string): boolean {
  if (place.path === "/") return pathname === "/";
  const first = `/${place.path.split("/")[1] ?? ""}`;
  return pathname === first || pathname.startsWith(`${first}/`);
}
