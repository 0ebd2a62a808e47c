import { usageChanged } from "../../queries.ts";
import { api, asked } from "../../server.ts";

/** What is written of a product, as it is typed. */
export type NewProduct = Parameters<typeof api.products.create.mutate>[0];
type Change = Parameters<typeof api.products.change.mutate>[0];
type Retirement = Parameters<typeof api.products.retire.mutate>[0];

/** Writes of products; what they change of the figures is read anew. */
export async function createProduct(product: NewProduct): Promise<void> {
  await asked(api.products.create.mutate(product));
  await usageChanged();
}

export async function changeProduct(change: Change): Promise<void> {
  await asked(api.products.change.mutate(change));
  await usageChanged();
}

export async function retireProduct(product: Retirement): Promise<void> {
  await asked(api.products.retire.mutate(product));
  await usageChanged();
}
