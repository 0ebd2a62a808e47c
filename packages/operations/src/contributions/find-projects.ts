import { FindLoggableProjects, LoggableProjects } from "@headwater/contract/contributions";
import { projects } from "@headwater/db/tables";
import { and, asc, eq, ilike, or, sql } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { productsWith } from "./products-with.ts";

/** Of more than these the ones in our products are not looked for; who types on narrows them. */
const MOST_LOOKED_AT = 200;

/** What somebody who types means: a name that begins so before one that holds it, and what we use before what we do not. */
export const findLoggableProjects = reading({
  name: "contribution.find-projects",
  access: "mapping.read",
  input: FindLoggableProjects,
  output: LoggableProjects,
  async run(context, input) {
    const text = input.q.replaceAll(/[%_\\]/g, String.raw`\$&`);
    const begins = or(ilike(projects.name, `${text}%`), ilike(projects.slug, `%/${text}%`));
    const rows = await context.db
      .select({
        id: projects.id,
        slug: projects.slug,
        name: projects.name,
        provisional: projects.provisional,
        begins: sql<boolean>`${begins}`,
      })
      .from(projects)
      .where(
        and(
          eq(projects.organizationId, context.organization.id),
          or(begins, ilike(projects.slug, `%${text}%`)),
        ),
      )
      .orderBy(
        sql`${ilike(projects.name, text)} desc`,
        sql`${begins} desc`,
        asc(projects.provisional),
        asc(projects.slug),
      )
      .limit(MOST_LOOKED_AT);
    const products = await productsWith(
      context,
      rows.map(({ id }) => id),
    );
    const exact = (name: string) => Number(name.toLowerCase() === input.q.toLowerCase());
    const items = rows
      .map(({ id, begins: isBeginning, ...row }) => ({
        ...row,
        isBeginning,
        products: products.get(id) ?? 0,
      }))
      .toSorted(
        (one, other) =>
          exact(other.name) - exact(one.name) ||
          Number(other.isBeginning) - Number(one.isBeginning) ||
          other.products - one.products,
      )
      .slice(0, input.limit)
      .map(({ slug, name, provisional, products: used }) => ({ slug, name, provisional, products: used }));
    return { items };
  },
});
