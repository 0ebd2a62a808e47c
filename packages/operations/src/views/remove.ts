import { RemoveView } from "@headwater/contract/projects";
import { savedViews } from "@headwater/db/tables";
import { and, eq } from "drizzle-orm";
import { Refused, writing } from "../operation/index.ts";
import { viewer } from "./own.ts";

/** Forgets a name that somebody gave to what they see. */
export const removeView = writing({
  name: "view.remove",
  access: "ratio.read",
  input: RemoveView,
  output: RemoveView,
  async run(context, { page, name }) {
    const removed = await context.db
      .delete(savedViews)
      .where(
        and(
          eq(savedViews.organizationId, context.organization.id),
          eq(savedViews.personId, viewer(context)),
          eq(savedViews.page, page),
          eq(savedViews.name, name),
        ),
      )
      .returning({ name: savedViews.name });
    if (removed.length === 0) throw new Refused("not-found", "You have no view of this name.");
    return { page, name };
  },
  audit: (view) => ({ entity: null, detail: { page: view.page } }),
});
