import { RemoveDemo, RemovedDemo } from "@headwater/contract/demo";
import { demos, members } from "@headwater/db/tables";
import { and, eq, isNull } from "drizzle-orm";
import { Refused, writing } from "../operation/index.ts";
import { demoInReach } from "./reach.ts";

/**
 * From now on nobody acts for the demo; a job takes its rows out. The demo's own audit goes with it, that of the
 * organization which loaded it keeps that it was removed. A visitor's demo may be removed by every owner here: nothing in it
 * is anybody's.
 */
export const removeDemo = writing({
  name: "demo.remove",
  access: "demo.manage",
  input: RemoveDemo,
  output: RemovedDemo,
  async run(context, _, runtime) {
    const demo = await demoInReach(context);
    const [removed] =
      demo === null
        ? []
        : await context.db
            .update(demos)
            .set({ removedAt: context.now })
            .where(and(eq(demos.organizationId, demo.organizationId), isNull(demos.removedAt)))
            .returning({ organizationId: demos.organizationId });
    if (!removed) throw new Refused("not-found", "There is no demo company to remove.");
    const { organizationId } = removed;
    await context.db.delete(members).where(eq(members.organizationId, organizationId));
    await runtime.enqueue(context.db, { name: "remove-demo", organizationId });
    context.afterCommit(() => runtime.changed(organizationId));
    return { organization: organizationId, here: organizationId === context.organization.id };
  },
  audit: ({ organization }) => ({ entity: `organization:${organization}`, detail: {} }),
});
