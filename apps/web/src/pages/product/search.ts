/** What of the page of a product is in its address. */
export interface ProductSearch {
  /** Absent for its inventory. */
  readonly tab?: Exclude<ProductTab, "inventory"> | undefined;
  /** Part of a name, a version or a project. */
  readonly q?: string | undefined;
  readonly scope?: ComponentScope | undefined;
  readonly direct?: Directness | undefined;
  /** The path of a source. */
  readonly source?: string | undefined;
  /** Absent by usage. */
  readonly sort?: Exclude<InventorySort, "usage"> | undefined;
}

export const productTabs = ["inventory", "changes", "sources", "setup"] as const;
export type ProductTab = (typeof productTabs)[number];

const scopes = ["runtime", "dev", "optional", "build", "test"] as const;
type ComponentScope = (typeof scopes)[number];

const directnesses = ["direct", "indirect", "unknown"] as const;
type Directness = (typeof directnesses)[number];

const sorts = ["usage", "name", "project", "since"] as const;
type InventorySort = (typeof sorts)[number];

/** Reads the query string; what it does not understand is left out, so that the page stands in its ordinary state. */
export function readProductSearch(search: Record<string, unknown>): ProductSearch {
  const q = textOf(search["q"]);
  const source = textOf(search["source"]);
  const tab = productTabs.find((one) => one === search["tab"]);
  const scope = scopes.find((one) => one === search["scope"]);
  const direct = directnesses.find((one) => one === search["direct"]);
  const sort = sorts.find((one) => one === search["sort"]);
  return {
    ...(tab === undefined || tab === "inventory" ? {} : { tab }),
    ...(q === "" ? {} : { q: q.slice(0, 200) }),
    ...(scope === undefined ? {} : { scope }),
    ...(direct === undefined ? {} : { direct }),
    ...(source === "" ? {} : { source: source.slice(0, 500) }),
    ...(sort === undefined || sort === "usage" ? {} : { sort }),
  };
}

/** The router reads `2026` as a number; it was written as text. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
