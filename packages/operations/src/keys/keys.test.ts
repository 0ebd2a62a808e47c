import { apiKeys } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { perform } from "../operation/index.ts";
import { testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { hire, type StaffMember } from "../testing/staff.ts";
import { actorOfKey } from "./actor-of-key.ts";
import { createKey } from "./create.ts";
import { listKeys } from "./list.ts";
import { revokeKey } from "./revoke.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let owner: StaffMember;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  owner = await hire(runtime, await testOrganization(database), "Olive", "owner");
});

describe("keys", () => {
  it("are shown once and act for the organization of whoever made them", async () => {
    const made = await perform(createKey, runtime, owner.actor, { name: "ci", scope: "contributor" });
    expect(made.key).toMatch(/^hw_[A-Za-z0-9_-]{43}$/);
    expect(await actorOfKey(runtime, made.key)).toEqual({
      kind: "key",
      id: made.id,
      organizationId: owner.actor.organizationId,
      personId: owner.personId,
      scopes: ["contributor"],
    });
    const { items } = await perform(listKeys, runtime, owner.actor, {});
    expect(items).toMatchObject([{ id: made.id, name: "ci", hint: made.hint, reminder: null }]);
    expect(JSON.stringify(items)).not.toContain(made.key);
  });

  it("never have more rights than their maker", async () => {
    const officer = await hire(runtime, owner.actor.organizationId, "Oscar", "ospo");
    await expect(
      perform(createKey, runtime, officer.actor, { name: "wide", scope: "all" }),
    ).rejects.toMatchObject({ code: "not-allowed", fields: [{ field: "scope" }] });
    await expect(
      perform(createKey, runtime, officer.actor, { name: "wide", scope: ["finance"] }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      perform(createKey, runtime, officer.actor, { name: "narrow", scope: ["upload.submit", "lead"] }),
    ).resolves.toMatchObject({ scope: ["lead", "upload.submit"] });
  });

  it.each(["nobody", "contribution.*", ""])("refuse the scope %j", async (scope) => {
    await expect(perform(createKey, runtime, owner.actor, { name: "ci", scope })).rejects.toMatchObject({
      code: "bad-field",
      fields: [{ field: "scope" }],
    });
  });

  it("open nothing once they are revoked, and revoking again changes nothing", async () => {
    const made = await perform(createKey, runtime, owner.actor, { name: "ci" });
    const revoked = await perform(revokeKey, runtime, owner.actor, { id: made.id });
    expect(await actorOfKey(runtime, made.key)).toBeNull();
    expect(await perform(revokeKey, runtime, owner.actor, { id: made.id })).toEqual(revoked);
  });

  it("open nothing from the instant on at which they expire", async () => {
    const made = await perform(createKey, runtime, owner.actor, {
      name: "ci",
      expiresAt: "2026-11-21T00:00:00Z",
    });
    runtime.setClock("2026-11-20T23:59:59.000Z");
    expect(await actorOfKey(runtime, made.key)).not.toBeNull();
    runtime.setClock("2026-11-21T00:00:00.000Z");
    expect(await actorOfKey(runtime, made.key)).toBeNull();
    await expect(
      perform(createKey, runtime, owner.actor, { name: "late", expiresAt: "2026-11-01T00:00:00Z" }),
    ).rejects.toMatchObject({ fields: [{ field: "expiresAt" }] });
  });

  it("note their use once a minute at most", async () => {
    const made = await perform(createKey, runtime, owner.actor, { name: "ci" });
    const lastUse = async () =>
      (await database.db.select().from(apiKeys).where(eq(apiKeys.hint, made.hint)))[0]?.lastUsedAt
        ?.toISOString()
        .slice(0, 19);
    runtime.setClock("2026-11-20T13:00:00.000Z");
    await actorOfKey(runtime, made.key);
    runtime.setClock("2026-11-20T13:00:59.000Z");
    await actorOfKey(runtime, made.key);
    expect(await lastUse()).toBe("2026-11-20T13:00:00");
    runtime.setClock("2026-11-20T13:01:01.000Z");
    await actorOfKey(runtime, made.key);
    expect(await lastUse()).toBe("2026-11-20T13:01:01");
  });

  it("of another organization can be neither seen nor revoked", async () => {
    const made = await perform(createKey, runtime, owner.actor, { name: "ci" });
    const stranger = await hire(runtime, await testOrganization(database), "Sly", "owner");
    expect((await perform(listKeys, runtime, stranger.actor, {})).items).toEqual([]);
    await expect(perform(revokeKey, runtime, stranger.actor, { id: made.id })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await actorOfKey(runtime, made.key)).not.toBeNull();
  });

  it("that are unknown open nothing", async () => {
    expect(await actorOfKey(runtime, "hw_unknown")).toBeNull();
    expect(await actorOfKey(runtime, "")).toBeNull();
  });

  it("are listed page by page, each once", async () => {
    const made = [];
    for (const name of ["a", "b", "c", "d", "e"])
      made.push((await perform(createKey, runtime, owner.actor, { name })).id);
    const first = await perform(listKeys, runtime, owner.actor, { limit: 2 });
    await perform(createKey, runtime, owner.actor, { name: "meanwhile" });
    const second = await perform(listKeys, runtime, owner.actor, { limit: 2, cursor: first.nextCursor });
    const third = await perform(listKeys, runtime, owner.actor, { limit: 2, cursor: second.nextCursor });
    expect([...first.items, ...second.items, ...third.items].map((key) => key.id)).toEqual(made.toReversed());
    expect(third.nextCursor).toBeNull();
    await expect(perform(listKeys, runtime, owner.actor, { cursor: "nonsense" })).rejects.toMatchObject({
      fields: [{ field: "cursor" }],
    });
  });
});
