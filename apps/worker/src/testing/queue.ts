import type { Transaction } from "@headwater/db";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { uploads } from "@headwater/db/tables";
import { parseIdentifier, type Identifier } from "@headwater/domain/identifier";
import { perform, type Actor, type Runtime } from "@headwater/operations/operation";
import { testActor, testRuntime } from "@headwater/operations/testing/runtime";
import { npmLock } from "@headwater/operations/testing/upload";
import { submitUpload } from "@headwater/operations/uploads/submit";
import { eq } from "drizzle-orm";
import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { startQueue, type Pace, type WorkerQueue } from "../index.ts";
import { hurried } from "./pace.ts";

export interface Ground {
  readonly database: TestDatabase;
  readonly organizationId: Identifier<"org">;
  readonly actor: Actor;
  readonly logged: unknown[];
  /** A runtime whose jobs go to this queue. */
  readonly runtime: (queue: Pick<WorkerQueue, "enqueue">) => Runtime;
  readonly start: (given?: {
    readonly pace?: Partial<Pace>;
    readonly runtime?: Partial<Runtime>;
  }) => Promise<WorkerQueue>;
}

/** A database and an organization of the test's own. All is closed when the test is over. */
export async function ground(): Promise<Ground> {
  const database = await testDatabase();
  onTestFinished(() => database.close());
  const organizationId = await testOrganization(database);
  const actor = testActor(organizationId, ["all"]);
  const logged: unknown[] = [];
  const runtime = (queue: Pick<WorkerQueue, "enqueue">): Runtime => ({
    ...testRuntime(database, new Date().toISOString()),
    enqueue: queue.enqueue,
  });
  return {
    database,
    organizationId,
    actor,
    logged,
    runtime,
    async start(given = {}) {
      const queue: WorkerQueue = await startQueue({
        database,
        runtime: () => ({ ...runtime(queue), ...given.runtime }),
        log: (error) => logged.push(error),
        pace: { ...hurried, ...given.pace },
      });
      onTestFinished(() => queue.stop());
      return queue;
    },
  };
}

/** Submits a small lockfile whose reading is left to a job. */
export async function submit(
  { actor, runtime }: Ground,
  queue: Pick<WorkerQueue, "enqueue">,
  product: string,
): Promise<Identifier<"upl">> {
  const content = new TextEncoder().encode(
    npmLock({ left: "1.0.0" }, { left: ["1.0.0", []], [product]: ["2.0.0", []] }),
  );
  const upload = await perform(submitUpload, runtime(queue), actor, {
    product,
    source: "package-lock.json",
    fileName: "package-lock.json",
    create: true,
    content,
  });
  const id = parseIdentifier("upl", upload.id);
  if (id === null) throw new Error(`${upload.id} is no upload`);
  return id;
}

export async function uploadOf({ database, organizationId }: Ground, id: Identifier<"upl">) {
  const [row] = await database.transaction({ organizationId }, (db) =>
    db.select().from(uploads).where(eq(uploads.id, id)),
  );
  if (row === undefined) throw new Error(`${id} is not there`);
  return row;
}

export function inScope<Result>(
  { database, organizationId }: Ground,
  work: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.transaction({ organizationId }, work);
}

/** Looks every ten milliseconds until it holds; the milliseconds that it took. */
export async function until(holds: () => Promise<boolean>, withinMillis = 20_000): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > withinMillis) throw new Error(`not within ${withinMillis} ms`);
    await pause(10);
  }
  return performance.now() - begun;
}
