import { ListViews, SavedViews } from "@headwater/contract/projects";
import { savedViews } from "@headwater/db/tables";
import { and, asc, eq } from "drizzle-orm";
import { reading } from "../operation/index.ts";

/** What somebody named of a page, in the order of the names. Keys for machines have none. */
export const listViews = reading({
  name: "view.list",
  access: "ratio.read",
  input: ListViews,
  output: SavedViews,
  async run(context, { page }) {
    const { personId } = context.actor;
    if (personId === null) return { items: [] };
    const rows = await context.db
      .select({ name: savedViews.name, search: savedViews.search })
      .from(savedViews)
      .where(
        and(
          eq(savedViews.organizationId, context.organization.id),
          eq(savedViews.personId, personId),
          eq(savedViews.page, page),
        ),
      )
      .orderBy(asc(savedViews.name));
    return { items: rows.map((row) => ({ page, ...row })) };
  },
});
