import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import type { Identifier } from "@headwater/domain/identifier";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorOfKey } from "../keys/actor-of-key.ts";
import { createKey } from "../keys/create.ts";
import { perform } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { hire, type StaffMember } from "../testing/staff.ts";
import { actorOfUser } from "./actor-of-user.ts";
import { addMember } from "./add.ts";
import { changeMember } from "./change.ts";
import { listMembers } from "./list.ts";
import { removeMember } from "./remove.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let organizationId: Identifier<"org">;
let owner: StaffMember;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  organizationId = await testOrganization(database);
  owner = await hire(runtime, organizationId, "Olive", "owner");
});

describe("members", () => {
  it("are the person who bears the same e-mail address already", async () => {
    const person = await perform(createPerson, runtime, owner.actor, {
      name: "Ben",
      email: "Ben@Example.com",
    });
    const user = await hire(runtime, await testOrganization(database), "Ben", "viewer");
    const member = await addMember(runtime, owner.actor, {
      userId: user.userId,
      name: "Benjamin",
      email: "ben@example.com",
      role: "lead",
    });
    expect(member).toMatchObject({ person: person.id, name: "Ben", role: "lead" });
    await expect(
      addMember(runtime, owner.actor, {
        userId: user.userId,
        name: "Ben",
        email: "ben@example.com",
        role: "viewer",
      }),
    ).rejects.toMatchObject({ code: "already-exists" });
  });

  it("act in the organization that is named, and else in the one that they joined first", async () => {
    const second = await testOrganization(database);
    await addMember(
      runtime,
      { ...owner.actor, organizationId: second },
      { userId: owner.userId, name: "Olive", email: owner.email, role: "viewer" },
    );
    expect(await actorOfUser(runtime, owner.userId)).toMatchObject({ organizationId, scopes: ["owner"] });
    expect(await actorOfUser(runtime, owner.userId, second)).toMatchObject({
      organizationId: second,
      scopes: ["viewer"],
    });
    expect(await actorOfUser(runtime, owner.userId, await testOrganization(database))).toBeNull();
  });

  it("change their role, and lose the keys that reach beyond it", async () => {
    const officer = await hire(runtime, organizationId, "Oscar", "ospo");
    const wide = await perform(createKey, runtime, officer.actor, { name: "wide", scope: "ospo" });
    const narrow = await perform(createKey, runtime, officer.actor, { name: "narrow", scope: "viewer" });
    expect(
      await perform(changeMember, runtime, owner.actor, { userId: officer.userId, role: "lead" }),
    ).toMatchObject({ role: "lead" });
    expect(await actorOfKey(runtime, wide.key)).toBeNull();
    expect(await actorOfKey(runtime, narrow.key)).not.toBeNull();
  });

  it("who are removed can no longer act, nor can their keys", async () => {
    const officer = await hire(runtime, organizationId, "Oscar", "ospo");
    const key = await perform(createKey, runtime, officer.actor, { name: "ci", scope: "viewer" });
    await perform(removeMember, runtime, owner.actor, { userId: officer.userId });
    expect(await actorOfUser(runtime, officer.userId)).toBeNull();
    expect(await actorOfKey(runtime, key.key)).toBeNull();
  });

  it("always include an owner: the last one is neither removed nor demoted", async () => {
    await expect(perform(removeMember, runtime, owner.actor, { userId: owner.userId })).rejects.toMatchObject(
      { code: "conflict" },
    );
    await expect(
      perform(changeMember, runtime, owner.actor, { userId: owner.userId, role: "viewer" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("keep an owner when the last two demote each other at the same moment", async () => {
    const other = await hire(runtime, organizationId, "Otto", "owner");
    const outcomes = await Promise.allSettled([
      perform(changeMember, runtime, owner.actor, { userId: other.userId, role: "viewer" }),
      perform(changeMember, runtime, other.actor, { userId: owner.userId, role: "viewer" }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    const { items } = await perform(listMembers, runtime, owner.actor, {});
    expect(items.filter((member) => member.role === "owner")).toHaveLength(1);
  });

  it("are listed page by page, without those who joined meanwhile", async () => {
    for (const name of ["Ada", "Bea", "Cyd"]) await hire(runtime, organizationId, name, "viewer");
    const first = await perform(listMembers, runtime, owner.actor, { limit: 1 });
    const before = (await perform(listMembers, runtime, owner.actor, {})).items.map(
      (member) => member.userId,
    );
    for (const name of ["Dan", "Eve", "Fay", "Gus", "Hal", "Ina"])
      await hire(runtime, organizationId, name, "viewer");
    const seen = first.items.map((member) => member.userId);
    for (let cursor = first.nextCursor; cursor !== null;) {
      const page = await perform(listMembers, runtime, owner.actor, { limit: 1, cursor });
      seen.push(...page.items.map((member) => member.userId));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(before);
    await expect(perform(listMembers, runtime, owner.actor, { cursor: "MXw=" })).rejects.toMatchObject({
      code: "bad-field",
    });
  });

  it("are managed by owners only", async () => {
    const officer = await hire(runtime, organizationId, "Oscar", "ospo");
    await expect(
      perform(changeMember, runtime, officer.actor, { userId: officer.userId, role: "owner" }),
    ).rejects.toMatchObject({ code: "not-allowed" });
    await expect(
      addMember(runtime, officer.actor, {
        userId: officer.userId,
        name: "x",
        email: "x@example.com",
        role: "owner",
      }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("of another organization are not found", async () => {
    const stranger = await hire(runtime, await testOrganization(database), "Sly", "owner");
    await expect(
      perform(removeMember, runtime, owner.actor, { userId: stranger.userId }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(
      (await perform(listMembers, runtime, owner.actor, {})).items.map((member) => member.userId),
    ).toEqual([owner.userId]);
  });
});
