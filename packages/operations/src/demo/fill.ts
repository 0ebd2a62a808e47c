import { demos, members } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Runtime } from "../operation/index.ts";
import { demoStage } from "./stage.ts";
import { demoSteps } from "./steps.ts";

const INTERRUPTED = "The loading was interrupted. Remove the demo company and load it again.";

/**
 * Fills a demo, step by step through the operations that people use, with the clock at the days that it tells of. Nothing
 * but the day of its creation and a fixed seed decides what it writes. A loading that was interrupted is not taken up
 * again, because its steps would be done twice.
 */
export async function fillDemo(
  runtime: Runtime,
  organizationId: Identifier<"org">,
  fixtures: string | null = null,
): Promise<void> {
  const begun = await beginFilling(runtime, organizationId);
  if (begun === null) return;
  const stage = demoStage(runtime, { organizationId, ...begun, fixtures });
  for (const [index, step] of demoSteps.entries()) {
    await step(stage);
    await record(runtime, organizationId, { stepsDone: index + 1 });
  }
  await record(runtime, organizationId, { finishedAt: runtime.clock() });
}

/** Says of a loading that came to no end why. */
export async function failDemo(
  runtime: Runtime,
  organizationId: Identifier<"org">,
  failure: string,
): Promise<void> {
  await record(runtime, organizationId, { failure, finishedAt: runtime.clock() });
}

/** Null where there is nothing to do: the demo is filled, or was removed, or its loading was interrupted. */
async function beginFilling(runtime: Runtime, organizationId: Identifier<"org">) {
  const [demo] = await runtime.database.transaction("identity", (db) =>
    db
      .select({ createdAt: demos.writtenAt, stepsDone: demos.stepsDone, ownerId: members.personId })
      .from(demos)
      .innerJoin(
        members,
        and(eq(members.organizationId, demos.organizationId), eq(members.userId, demos.userId)),
      )
      .where(
        and(eq(demos.organizationId, organizationId), isNull(demos.finishedAt), isNull(demos.removedAt)),
      ),
  );
  if (!demo) return null;
  if (demo.stepsDone === 0) {
    await record(runtime, organizationId, { stepsDone: sql`1` });
    return demo;
  }
  await failDemo(runtime, organizationId, INTERRUPTED);
  return null;
}

async function record(
  runtime: Runtime,
  organizationId: Identifier<"org">,
  what: Parameters<ReturnType<typeof update>["set"]>[0],
): Promise<void> {
  await runtime.database.transaction("identity", (db) =>
    db.update(demos).set(what).where(eq(demos.organizationId, organizationId)),
  );
}

function update(db: Runtime["database"]["db"]) {
  return db.update(demos);
}
