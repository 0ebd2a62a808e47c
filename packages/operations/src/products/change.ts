import { ChangeProduct, Product } from "@headwater/contract/products";
import { products } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { badField, type Context, writing } from "../operation/index.ts";
import { findTeam } from "../teams/team.ts";
import { recomputeProduct } from "../usage/recompute.ts";
import { weightText } from "./create.ts";
import { findProduct } from "./find.ts";
import { shownProduct } from "./row.ts";

/** What is left out stays as it is. Whoever changes a product has looked at it: it counts as reviewed. */
export const changeProduct = writing({
  name: "product.change",
  access: "product.change",
  input: ChangeProduct,
  output: Product,
  async run(context, input, runtime) {
    const product = await findProduct(context, input.slug);
    const inUseSince = input.inUseSince === undefined ? product.inUseSince : input.inUseSince;
    if (inUseSince !== null && product.retiredOn !== null && inUseSince >= product.retiredOn)
      throw badField(
        "inUseSince",
        `the product is retired since ${product.retiredOn}; it must have been in use before`,
      );
    await context.db
      .update(products)
      .set({
        name: input.name ?? product.name,
        tier: input.tier ?? product.tier,
        weight: input.weight === undefined ? product.weight : weightText(input.weight),
        teamId: await teamOf(context, input, product.teamId),
        inUseSince,
        reviewedAt: product.reviewedAt ?? context.now,
      })
      .where(and(eq(products.organizationId, context.organization.id), eq(products.id, product.id)));
    // Tier and weight are points that a question reads; only days move what is stored of usage.
    if (inUseSince !== product.inUseSince) await recomputeProduct(context, runtime, product.id);
    return await shownProduct(context, product.id);
  },
  audit: (product, input) => ({
    entity: `product:${product.id}`,
    detail: {
      changed: Object.keys(input).filter((field) => field !== "slug"),
      tier: product.tier,
      weight: product.weight,
      team: product.team,
      inUseSince: product.inUseSince,
    },
  }),
});

async function teamOf(
  context: Context,
  input: ChangeProduct,
  current: (typeof products.$inferSelect)["teamId"],
) {
  if (input.team === undefined) return current;
  return input.team === null ? null : (await findTeam(context, input.team, "team")).id;
}
