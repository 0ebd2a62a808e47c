/** What of the page of the products is in its address. */
export interface ProductsSearch {
  /** A dialog is open: a new product, or the product of that slug being changed or retired. */
  readonly edit?: string | undefined;
  readonly retire?: string | undefined;
}

/** Stands for a product that is not there yet; no slug can be written so. */
export const NEW = "+";

export function readProductsSearch(search: Record<string, unknown>): ProductsSearch {
  const { edit, retire } = search;
  return {
    ...(typeof edit === "string" && edit !== "" ? { edit } : {}),
    ...(typeof retire === "string" && retire !== "" ? { retire } : {}),
  };
}
