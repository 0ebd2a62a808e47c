import { productMasses, products } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { epochDay } from "@headwater/domain/period";
import { and, countDistinct, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../operation/index.ts";

/** How many products in use have each of the projects today; those that none has are left out. */
export async function productsWith(
  context: Context,
  projectIds: readonly Identifier<"prj">[],
): Promise<ReadonlyMap<Identifier<"prj">, number>> {
  if (projectIds.length === 0) return new Map();
  const today = epochDay(context.today);
  const rows = await context.db
    .select({ projectId: productMasses.projectId, products: countDistinct(productMasses.productId) })
    .from(productMasses)
    .innerJoin(
      products,
      and(
        eq(products.organizationId, productMasses.organizationId),
        eq(products.id, productMasses.productId),
      ),
    )
    .where(
      and(
        eq(productMasses.organizationId, context.organization.id),
        inArray(productMasses.projectId, [...projectIds]),
        lte(productMasses.startDay, today),
        gt(productMasses.endDay, today),
        or(isNull(products.retiredOn), gt(products.retiredOn, context.today)),
      ),
    )
    .groupBy(productMasses.projectId);
  return new Map(rows.map((row) => [row.projectId, row.products]));
}
