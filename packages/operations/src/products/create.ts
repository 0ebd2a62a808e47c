import { CreateProduct, Product } from "@headwater/contract/products";
import { products } from "@headwater/db/tables";
import { badField, writing } from "../operation/index.ts";
import { findTeam } from "../teams/team.ts";
import { shownProduct } from "./row.ts";

export const createProduct = writing({
  name: "product.create",
  access: "product.change",
  input: CreateProduct,
  output: Product,
  async run(context, input) {
    const team = input.team === undefined ? null : await findTeam(context, input.team, "team");
    const [row] = await context.db
      .insert(products)
      .values({
        organizationId: context.organization.id,
        id: context.newId("prd"),
        slug: input.slug,
        name: input.name ?? input.slug,
        tier: input.tier,
        weight: weightText(input.weight),
        teamId: team?.id ?? null,
        inUseSince: input.inUseSince ?? null,
        reviewedAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: products.id });
    if (!row)
      throw badField(
        "slug",
        `a product ${JSON.stringify(input.slug)} exists already; change it with PATCH, or choose another slug`,
        "already-exists",
      );
    return await shownProduct(context, row.id);
  },
  audit: (product) => ({
    entity: `product:${product.id}`,
    detail: {
      slug: product.slug,
      tier: product.tier,
      weight: product.weight,
      team: product.team,
      inUseSince: product.inUseSince,
    },
  }),
});

/** Kept with four decimals; a fifth would be rounded away unseen. */
export function weightText(weight: number | null | undefined): string | null {
  if (weight === undefined || weight === null) return null;
  const text = weight.toFixed(4);
  if (Number(text) !== weight) throw badField("weight", "write at most four decimals, such as 2.5");
  return text;
}
