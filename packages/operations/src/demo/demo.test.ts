import { demos } from "@headwater/db/tables";
import { testDatabase, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { fillDemo } from "./fill.ts";
import { provisionDemo } from "./provision.ts";

let database: TestDatabase;
let runtime: TestRuntime;

beforeAll(async () => {
  database = await testDatabase();
  runtime = testRuntime(database);
});
afterAll(() => database.close());

it("is loaded", async () => {
  const organizationId = await provisionDemo(runtime, {
    loadedBy: null,
    account: { userId: "demo-owner", account: { accountId: "demo-account", passwordDigest: "none" } },
  });
  await fillDemo(runtime, organizationId);
  const [demo] = await database.transaction("identity", (db) => db.select().from(demos));
  expect(demo).toMatchObject({ organizationId, loadedBy: null, failure: null });
}, 60_000);
