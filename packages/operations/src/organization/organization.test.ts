import { productMasses } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import type { Identifier } from "@headwater/domain/identifier";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { setTarget } from "../targets/set.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { npmLock, uploadInventory } from "../testing/upload.ts";
import { changeOrganization } from "./change.ts";
import { readOrganization } from "./read.ts";
import { organizationTag } from "./shown.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let organizationId: Identifier<"org">;
let owner: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  organizationId = await testOrganization(database, { name: "Acme" });
  owner = testActor(organizationId, ["owner"]);
});

describe("settings of the organization", () => {
  it("change in what is named and stay in all else", async () => {
    const before = await perform(readOrganization, runtime, owner, {});
    const after = await perform(changeOrganization, runtime, owner, {
      name: "Acme Ltd",
      fiscalYearStart: 4,
      smallestGift: { amount: "25.50", currency: "EUR" },
    });
    expect(after).toEqual({
      ...before,
      recomputing: 0,
      name: "Acme Ltd",
      fiscalYearStart: 4,
      smallestGift: { amount: "25.50", currency: "EUR" },
      revision: before.revision + 1,
    });
    const { recomputing: _, ...settings } = after;
    expect(await perform(readOrganization, runtime, owner, {})).toEqual(settings);
  });

  it("change from the state that one has seen, or not at all", async () => {
    const { revision } = await perform(readOrganization, runtime, owner, {});
    await perform(changeOrganization, runtime, owner, { ifMatch: organizationTag(revision), weekStart: 7 });
    await expect(
      perform(changeOrganization, runtime, owner, { ifMatch: organizationTag(revision), weekStart: 1 }),
    ).rejects.toMatchObject({ code: "changed-meanwhile", status: 412 });
    await perform(changeOrganization, runtime, owner, { ifMatch: "*", weekStart: 1 });
    await perform(changeOrganization, runtime, owner, {
      ifMatch: `W/${organizationTag(revision + 2)}, "other"`,
      weekStart: 2,
    });
    expect(await perform(readOrganization, runtime, owner, {})).toMatchObject({
      weekStart: 2,
      revision: revision + 3,
    });
  });

  it("lose no change when two come at once from the same state", async () => {
    const { revision } = await perform(readOrganization, runtime, owner, {});
    const ifMatch = organizationTag(revision);
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((weekStart) => perform(changeOrganization, runtime, owner, { ifMatch, weekStart })),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect((await perform(readOrganization, runtime, owner, {})).revision).toBe(revision + 1);
  });

  it("take another currency only while nothing is booked in the first", async () => {
    expect(await perform(changeOrganization, runtime, owner, { currency: "EUR" })).toMatchObject({
      currency: "EUR",
    });
    await perform(setTarget, runtime, owner, { year: 2026, amount: "1000", currency: "EUR" });
    await expect(perform(changeOrganization, runtime, owner, { currency: "USD" })).rejects.toMatchObject({
      code: "conflict",
      fields: [{ field: "currency" }],
    });
    expect(
      await perform(changeOrganization, runtime, owner, { currency: "EUR", name: "Same" }),
    ).toMatchObject({ name: "Same" });
  });

  it.each([
    [{ currency: "eur" }, "currency", "unknown-currency"],
    [{ timeZone: "Mars/Olympus" }, "timeZone", "bad-field"],
    [{ smallestGift: { amount: "-1", currency: "USD" } }, "smallestGift.amount", "bad-field"],
    [{ firstPartyPatterns: ["@acme/*", "a*b"] }, "firstPartyPatterns.1", "bad-field"],
  ])("refuse %j and name the field", async (wrong, field, code) => {
    await expect(perform(changeOrganization, runtime, owner, wrong)).rejects.toMatchObject({
      code,
      fields: [{ field }],
    });
  });

  it("move what products stand on where the floor or the company's own packages change", async () => {
    await uploadInventory(runtime, owner, {
      product: "shop",
      fileName: "package-lock.json",
      text: npmLock(
        { "@acme/kit": "1", left: "1" },
        { "@acme/kit": ["1.0.0", ["right"]], left: ["1.0.0", []], right: ["1.0.0", []] },
      ),
    });
    const projects = async () =>
      new Set(
        (await database.transaction({ organizationId }, (db) => db.select().from(productMasses))).map(
          (row) => row.projectId,
        ),
      ).size;
    expect(await projects()).toBe(3);
    await perform(changeOrganization, runtime, owner, { firstPartyPatterns: ["@acme/*"] });
    expect(await projects()).toBe(2);
  });
});
