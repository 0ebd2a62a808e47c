import { components, packages, productEras, productMasses, products, sources } from "@headwater/db/tables";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { activeRules, decideAnew, packageRows } from "../../mapping/decided-packages.ts";
import { type Context, writing } from "../../operation/index.ts";
import { recomputeProduct } from "../../usage/recompute.ts";
import { rebuildComponents } from "../components.ts";

/** Forgets all that was computed from snapshots, rules and statements, and computes it again. `astray`: packages that belong elsewhere by what is known. */
export const recomputeFromScratch = writing({
  name: "test.recompute-from-scratch",
  access: "product.change",
  input: z.object({}),
  output: z.object({ astray: z.array(z.string()) }),
  async run(context, _, runtime) {
    const own = context.organization.id;
    const rows = await packageRows(context, undefined);
    const decided = await decideAnew(context, rows, await activeRules(context));
    await context.db.delete(components).where(eq(components.organizationId, own));
    await context.db.delete(productEras).where(eq(productEras.organizationId, own));
    await context.db.delete(productMasses).where(eq(productMasses.organizationId, own));
    const idOf = await packageIds(context);
    for (const { id } of await context.db.select({ id: sources.id }).from(sources))
      await rebuildComponents(context, runtime, id, idOf);
    for (const { id } of await context.db.select({ id: products.id }).from(products))
      await recomputeProduct(context, runtime, id);
    return {
      astray: decided
        .filter(({ row, project, basis }) => row.project !== project || row.basis !== basis)
        .map(({ row, project }) => `${row.purl}: ${row.project} → ${project}`),
    };
  },
  audit: () => null,
});

async function packageIds(context: Context): Promise<(purl: string) => number> {
  const rows = await context.db.select({ purl: packages.purl, id: packages.id }).from(packages);
  const ids = new Map(rows.map((row) => [row.purl, row.id]));
  return (purl) => ids.get(purl) ?? 0;
}
