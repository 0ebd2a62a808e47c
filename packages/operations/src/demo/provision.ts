import { demos } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, isNull, sql } from "drizzle-orm";
import { auditFirstStart, freshId } from "../installation/first-start.ts";
import { existsAnyOrganization } from "../installation/state.ts";
import { type NewOwner, writeOrganization } from "../installation/write-organization.ts";
import { Refused, type Runtime } from "../operation/index.ts";
import { demoCompany } from "./company/company.ts";
import { demoSteps } from "./steps.ts";

export interface NewDemo {
  /** Whose owner asked for it; null for the first visitor, who may only while there is no organization. */
  readonly loadedBy: Identifier<"org"> | null;
  readonly account: Required<Pick<NewOwner, "userId" | "account">>;
}

/**
 * The invented company as an organization of its own with its owner, in one transaction; a job fills it afterwards. One demo
 * for each organization that loads one, and one for visitors.
 */
export async function provisionDemo(
  runtime: Runtime,
  { loadedBy, account }: NewDemo,
): Promise<Identifier<"org">> {
  const organizationId = freshId(runtime, "org");
  const personId = freshId(runtime, "prs");
  const salt = Buffer.from(runtime.randomBytes(32)).toString("hex");
  const { name, currency, timeZone, owner } = demoCompany;
  await runtime.database.transaction({ organizationId }, async (db) => {
    // The lock of the first start: no organization comes into being meanwhile.
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('headwater first start', 0))`);
    if (loadedBy === null && (await existsAnyOrganization(db)))
      throw new Refused(
        "already-exists",
        "This installation has an organization. Sign in; its owner can load the demo company from the settings.",
      );
    const same = loadedBy === null ? isNull(demos.loadedBy) : eq(demos.loadedBy, loadedBy);
    const known = await db
      .select({ id: demos.organizationId })
      .from(demos)
      .where(and(same, isNull(demos.removedAt)))
      .limit(1);
    if (known.length > 0)
      throw new Refused("already-exists", "The demo company is loaded already. Remove it to load it anew.");
    await db.insert(demos).values({
      organizationId,
      loadedBy,
      userId: account.userId,
      steps: demoSteps.length,
      writtenAt: runtime.clock(),
    });
    await writeOrganization(db, {
      organizationId,
      personId,
      salt,
      name,
      currency,
      timeZone,
      owner: { ...owner, ...account },
    });
    await auditFirstStart(db, runtime, {
      organizationId,
      salt,
      operation: "demo.create",
      entity: null,
      detail: { owner: personId, currency, timeZone },
      input: { loadedBy },
    });
    await runtime.enqueue(db, { name: "load-demo", organizationId });
  });
  runtime.changed(organizationId);
  return organizationId;
}
