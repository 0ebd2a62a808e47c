import { ListProductProjects, ProductProjects } from "@headwater/contract/products";
import { projects } from "@headwater/db/tables";
import { and, eq, inArray } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { pageOfComputed } from "../ratios/page.ts";
import { findProduct } from "./find.ts";
import { massesToday } from "./masses-today.ts";

/** The projects that a product stands on today, the heaviest first. */
export const listProductProjects = reading({
  name: "product.list-projects",
  access: "product.read",
  input: ListProductProjects,
  output: ProductProjects,
  async run(context, input, runtime): Promise<ProductProjects> {
    const product = await findProduct(context, input.slug);
    const { shares, assumed } = await massesToday(context, product.id);
    const all = [...shares];
    const page = pageOfComputed(all, input.limit, input.cursor, () =>
      runtime.sha256(JSON.stringify(all)).slice(0, 24),
    );
    const ids = page.items.map(([id]) => id);
    const named = new Map(
      ids.length === 0
        ? []
        : (
            await context.db
              .select()
              .from(projects)
              .where(and(eq(projects.organizationId, context.organization.id), inArray(projects.id, ids)))
          ).map((project) => [project.id, project]),
    );
    return {
      items: page.items.flatMap(([id, { share, runtime: runs }]) => {
        const project = named.get(id);
        if (project === undefined) return [];
        const { slug, name, provisional } = project;
        return [{ project: slug, name, usageShare: share, runtime: runs, provisional }];
      }),
      nextCursor: page.nextCursor,
      total: all.length,
      assumed,
    };
  },
});
