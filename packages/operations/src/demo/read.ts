import { DemoState, ReadDemo } from "@headwater/contract/demo";
import { demos } from "@headwater/db/tables";
import { and, desc, eq, isNull, or } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { shownDemo } from "./shown.ts";

/** The demo that whoever asks is in, or that their organization has loaded. */
export const readDemo = reading({
  name: "demo.read",
  access: "organization.read",
  input: ReadDemo,
  output: DemoState,
  async run(context) {
    const own = context.organization.id;
    const [row] = await context.db
      .select()
      .from(demos)
      .where(and(or(eq(demos.organizationId, own), eq(demos.loadedBy, own)), isNull(demos.removedAt)))
      .orderBy(desc(demos.writtenAt))
      .limit(1);
    return { demo: row === undefined ? null : shownDemo(row, own) };
  },
});
