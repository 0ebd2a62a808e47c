import { SavedView } from "@headwater/contract/projects";
import { savedViews } from "@headwater/db/tables";
import { and, count, eq } from "drizzle-orm";
import { badField, writing } from "../operation/index.ts";
import { viewer } from "./own.ts";

/** A menu of more would find nothing. */
const MOST_VIEWS = 100;

/** Gives a name to what somebody sees, for themselves; the same name again stands for what they see now. */
export const saveView = writing({
  name: "view.save",
  access: "ratio.read",
  input: SavedView,
  output: SavedView,
  async run(context, input) {
    const personId = viewer(context);
    const organizationId = context.organization.id;
    const [kept] = await context.db
      .select({ views: count() })
      .from(savedViews)
      .where(and(eq(savedViews.organizationId, organizationId), eq(savedViews.personId, personId)));
    if ((kept?.views ?? 0) >= MOST_VIEWS)
      throw badField("name", `you have ${MOST_VIEWS} views already; remove one first`);
    await context.db
      .insert(savedViews)
      .values({ organizationId, personId, ...input })
      .onConflictDoUpdate({
        target: [savedViews.organizationId, savedViews.personId, savedViews.page, savedViews.name],
        set: { search: input.search },
      });
    return input;
  },
  // The name is somebody's words, and stays out of the chain.
  audit: (view) => ({ entity: null, detail: { page: view.page } }),
});
