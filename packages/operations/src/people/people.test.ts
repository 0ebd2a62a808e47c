import {
  authUsers,
  contributionNotes,
  contributions,
  idempotencyKeys,
  identities,
  people,
  projects,
} from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { newIdentifier, type Identifier } from "@headwater/domain/identifier";
import { eq } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chainPending } from "../audit/chain-pending.ts";
import { verifyAudit } from "../audit/verify.ts";
import { logContribution } from "../contributions/log.ts";
import { addMember } from "../members/add.ts";
import { perform } from "../operation/index.ts";
import { createTeam } from "../teams/create.ts";
import { listTeams } from "../teams/list.ts";
import { testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { hire, type StaffMember } from "../testing/staff.ts";
import { addIdentity } from "./add-identity.ts";
import { addMembership } from "./add-membership.ts";
import { createPerson } from "./create.ts";
import { erasePerson } from "./erase.ts";
import { listIdentities } from "./list-identities.ts";
import { listMemberships } from "./list-memberships.ts";
import { listPeople } from "./list.ts";

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

describe("people and teams", () => {
  it("begin with a team and move on to another, with days", async () => {
    await perform(createTeam, runtime, owner.actor, { slug: "engineering", name: "Engineering" });
    await perform(createTeam, runtime, owner.actor, {
      slug: "payments",
      name: "Payments",
      parent: "engineering",
    });
    expect((await perform(listTeams, runtime, owner.actor, {})).items).toMatchObject([
      { slug: "engineering", parent: null },
      { slug: "payments", parent: "engineering" },
    ]);
    const ben = await perform(createPerson, runtime, owner.actor, {
      name: "Ben",
      email: "ben@example.com",
      team: "payments",
    });
    await perform(addMembership, runtime, owner.actor, {
      id: ben.id,
      team: "engineering",
      from: "2026-01-01",
      to: "2026-06-30",
    });
    expect((await perform(listMemberships, runtime, owner.actor, { id: ben.id })).items).toMatchObject([
      { team: "engineering", from: "2026-01-01", to: "2026-06-30" },
      { team: "payments", from: null, to: null },
    ]);
  });

  it("refuse a membership that ends before it begins, and a team that nobody made", async () => {
    const ben = await perform(createPerson, runtime, owner.actor, { name: "Ben", email: "ben@example.com" });
    await expect(
      perform(addMembership, runtime, owner.actor, { id: ben.id, team: "nowhere" }),
    ).rejects.toMatchObject({ code: "unknown-team", fields: [{ field: "team" }] });
    await perform(createTeam, runtime, owner.actor, { slug: "payments", name: "Payments" });
    await expect(
      perform(addMembership, runtime, owner.actor, {
        id: ben.id,
        team: "payments",
        from: "2026-02-01",
        to: "2026-01-31",
      }),
    ).rejects.toMatchObject({ fields: [{ field: "to" }] });
    await expect(
      perform(createTeam, runtime, owner.actor, { slug: "payments", name: "Again" }),
    ).rejects.toMatchObject({ code: "already-exists" });
  });

  it("have one e-mail address and one handle each, whatever the case", async () => {
    const ben = await perform(createPerson, runtime, owner.actor, { name: "Ben", email: "ben@example.com" });
    await expect(
      perform(createPerson, runtime, owner.actor, { name: "Other", email: "BEN@example.com" }),
    ).rejects.toMatchObject({ code: "already-exists", fields: [{ field: "email" }] });
    await perform(addIdentity, runtime, owner.actor, { id: ben.id, host: "GitHub.com", handle: "ben" });
    await expect(
      perform(addIdentity, runtime, owner.actor, { id: owner.personId, host: "github.com", handle: "ben" }),
    ).rejects.toMatchObject({ code: "already-exists" });
    expect((await perform(listIdentities, runtime, owner.actor, { id: ben.id })).items).toMatchObject([
      { host: "github.com", handle: "ben" },
    ]);
  });

  it("are seen by those who look after people, and by no contributor", async () => {
    const contributor = await hire(runtime, organizationId, "Cora", "contributor");
    await expect(perform(listPeople, runtime, contributor.actor, {})).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect((await perform(listPeople, runtime, owner.actor, {})).items.map((person) => person.id)).toEqual([
      contributor.personId,
      owner.personId,
    ]);
  });
});

describe("erasing a person", () => {
  async function withHistory(): Promise<StaffMember> {
    const cora = await hire(runtime, organizationId, "Cora", "contributor");
    const project = newIdentifier("prj", Date.now(), randomBytes(10));
    await database.transaction({ organizationId }, async (db) => {
      await db.insert(projects).values({
        organizationId,
        id: project,
        slug: "github.com/curl/curl",
        name: "curl",
        provisional: false,
      });
      await db.insert(idempotencyKeys).values({
        organizationId,
        key: "k",
        method: "POST",
        path: "/contributions",
        bodyDigest: "d",
        status: 201,
        body: JSON.stringify({ person: cora.personId, note: "Cora's words" }),
      });
    });
    await perform(addIdentity, runtime, owner.actor, {
      id: cora.personId,
      host: "github.com",
      handle: "cora-codes",
    });
    await perform(logContribution, runtime, cora.actor, {
      project: "github.com/curl/curl",
      day: "2026-11-01",
      minutes: 45,
      kind: "review",
      note: "Cora's words",
      link: "https://github.com/curl/curl/pull/1",
    });
    return cora;
  }

  it("blanks every word of theirs and leaves the ledger as it was", async () => {
    const cora = await withHistory();
    const before = await database.transaction({ organizationId }, (db) => db.select().from(contributions));
    await perform(erasePerson, runtime, owner.actor, { id: cora.personId });
    await database.transaction({ organizationId }, async (db) => {
      expect(await db.select().from(contributions)).toEqual(before);
      expect(await db.select().from(people).where(eq(people.id, cora.personId))).toMatchObject([
        { name: null, email: null, roleFamily: null, region: null, erasedAt: expect.any(Date) },
      ]);
      const words = JSON.stringify([
        await db.select().from(contributionNotes),
        await db.select().from(identities),
        await db.select().from(idempotencyKeys),
      ]);
      expect(words).not.toContain("Cora");
      expect(words).not.toContain("cora");
    });
    expect(await database.db.select().from(authUsers).where(eq(authUsers.id, cora.userId))).toEqual([]);
  });

  it("leaves a chain of audit rows that verifies and never named them", async () => {
    const cora = await withHistory();
    await chainPending(runtime, organizationId);
    await perform(erasePerson, runtime, owner.actor, { id: cora.personId });
    await chainPending(runtime, organizationId);
    expect(await perform(verifyAudit, runtime, owner.actor, {})).toMatchObject({
      intact: true,
      pending: 0,
      firstBroken: null,
    });
  });

  it("keeps the account of somebody who acts for another organization too", async () => {
    const cora = await withHistory();
    const elsewhere = await testOrganization(database);
    await addMember(
      runtime,
      { ...owner.actor, organizationId: elsewhere },
      { userId: cora.userId, name: "Cora", email: cora.email, role: "viewer" },
    );
    await perform(erasePerson, runtime, owner.actor, { id: cora.personId });
    expect(await database.db.select().from(authUsers).where(eq(authUsers.id, cora.userId))).toHaveLength(1);
  });

  it("is refused for the last owner, and for a member with more rights than whoever asks", async () => {
    await expect(perform(erasePerson, runtime, owner.actor, { id: owner.personId })).rejects.toMatchObject({
      code: "conflict",
    });
    await hire(runtime, organizationId, "Otto", "owner");
    const officer = await hire(runtime, organizationId, "Oscar", "ospo");
    await expect(perform(erasePerson, runtime, officer.actor, { id: owner.personId })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  it("can be done twice, and adds nothing to an erased person afterwards", async () => {
    const cora = await withHistory();
    const first = await perform(erasePerson, runtime, owner.actor, { id: cora.personId });
    expect(await perform(erasePerson, runtime, owner.actor, { id: cora.personId })).toEqual(first);
    await expect(
      perform(addIdentity, runtime, owner.actor, { id: cora.personId, host: "github.com", handle: "new" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});
