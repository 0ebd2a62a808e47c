import { apiKeys, audit, authUsers, members, organizations, people } from "@headwater/db/tables";
import { testDatabase, type TestDatabase } from "@headwater/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actorOfKey } from "../keys/actor-of-key.ts";
import { actorOfUser } from "../members/actor-of-user.ts";
import { testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { provisionKey } from "./provision-key.ts";
import { provisionOrganization } from "./provision-organization.ts";
import { installationState } from "./state.ts";

let database: TestDatabase;
let runtime: TestRuntime;

beforeEach(async () => {
  database = await testDatabase();
  runtime = testRuntime(database);
  await database.db.insert(authUsers).values({ id: "user-1", name: "Ada", email: "ada@example.com" });
});

afterEach(() => database.close());

const given = {
  organization: "Acme",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  owner: { userId: "user-1", name: "Ada", email: "ada@example.com" },
};

describe("the first start", () => {
  it("welcomes until there is an organization", async () => {
    expect(await installationState(runtime)).toEqual({ welcome: true, demo: false });
    await provisionOrganization(runtime, given);
    expect(await installationState(runtime)).toEqual({ welcome: false, demo: false });
  });

  it("makes the organization, and its owner as a person and a member", async () => {
    const { organizationId, personId } = await provisionOrganization(runtime, given);
    await database.transaction({ organizationId }, async (db) => {
      const [organization] = await db.select().from(organizations);
      expect(organization).toMatchObject({
        name: "Acme",
        currency: "EUR",
        timeZone: "Europe/Berlin",
        revision: 1,
      });
      expect(organization?.salt).toMatch(/^[0-9a-f]{64}$/);
      expect(await db.select().from(people)).toMatchObject([
        { id: personId, name: "Ada", email: "ada@example.com" },
      ]);
      expect(await db.select().from(members)).toMatchObject([
        { organizationId, userId: "user-1", role: "owner", personId },
      ]);
      expect(await db.select().from(audit)).toMatchObject([
        { actor: "first-start", operation: "installation.create", detail: { owner: personId } },
      ]);
    });
    expect(await actorOfUser(runtime, "user-1")).toMatchObject({
      kind: "person",
      id: personId,
      organizationId,
      scopes: ["owner"],
    });
  });

  it("happens once, however many start at once", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => provisionOrganization(runtime, given)),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ name: "Refused", code: "already-exists" });
  });

  it.each([
    ["currency", { ...given, currency: "eur" }, "unknown-currency"],
    ["timeZone", { ...given, timeZone: "Mars/Olympus" }, "bad-field"],
  ])("refuses an unknown %s and writes nothing", async (field, wrong, code) => {
    await expect(provisionOrganization(runtime, wrong)).rejects.toMatchObject({ code, fields: [{ field }] });
    expect(await installationState(runtime)).toEqual({ welcome: true, demo: false });
  });

  it("takes a key from the environment, once, and keeps its digest only", async () => {
    const { organizationId, personId } = await provisionOrganization(runtime, given);
    const key = { name: "bootstrap", value: "a-value-of-at-least-32-characters-x", scope: "all" };
    await provisionKey(runtime, organizationId, personId, key);
    await provisionKey(runtime, organizationId, personId, key);
    const rows = await database.db.select().from(apiKeys);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(key.value);
    expect(await actorOfKey(runtime, key.value)).toMatchObject({
      kind: "key",
      organizationId,
      personId,
      scopes: ["all"],
    });
  });

  it("refuses a key that could be guessed", async () => {
    const { organizationId, personId } = await provisionOrganization(runtime, given);
    await expect(
      provisionKey(runtime, organizationId, personId, { name: "bootstrap", value: "short", scope: "all" }),
    ).rejects.toMatchObject({ fields: [{ field: "value" }] });
  });
});
