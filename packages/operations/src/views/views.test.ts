import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { erasePerson } from "../people/erase.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { hire, type StaffMember } from "../testing/staff.ts";
import { listViews } from "./list.ts";
import { removeView } from "./remove.ts";
import { saveView } from "./save.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let owner: Actor;
let ann: StaffMember;
let bob: StaffMember;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  owner = testActor(await testOrganization(database), ["owner"]);
  ann = await hire(runtime, owner.organizationId, "Ann", "viewer");
  bob = await hire(runtime, owner.organizationId, "Bob", "owner");
});

const save = (actor: Actor, name: string, search: string) =>
  perform(saveView, runtime, actor, { page: "projects", name, search });
const names = async (actor: Actor) =>
  (await perform(listViews, runtime, actor, { page: "projects" })).items.map(({ name, search }) => [
    name,
    search,
  ]);

describe("a view that somebody saved", () => {
  test("is theirs alone, and stands for what they saw last under its name", async () => {
    await save(ann.actor, "Python", "?ecosystem=pypi");
    await save(ann.actor, "By usage", "?sort=usage");
    await save(ann.actor, "Python", "?ecosystem=pypi&sort=usage");
    await save(bob.actor, "Python", "");
    expect(await names(ann.actor)).toEqual([
      ["By usage", "?sort=usage"],
      ["Python", "?ecosystem=pypi&sort=usage"],
    ]);
    expect(await names(bob.actor)).toEqual([["Python", ""]]);
    await perform(removeView, runtime, ann.actor, { page: "projects", name: "Python" });
    expect(await names(ann.actor)).toEqual([["By usage", "?sort=usage"]]);
    await expect(
      perform(removeView, runtime, ann.actor, { page: "projects", name: "Python" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("goes with the person who is erased", async () => {
    await save(ann.actor, "Python", "?ecosystem=pypi");
    await perform(erasePerson, runtime, bob.actor, { id: ann.personId });
    expect(await names(ann.actor)).toEqual([]);
    await save(bob.actor, "Mine", "");
    expect(await names(bob.actor)).toHaveLength(1);
  });

  test("is no key's, and no address of another page", async () => {
    await expect(save(owner, "Mine", "")).rejects.toMatchObject({ code: "not-allowed" });
    expect(await names(owner)).toEqual([]);
    for (const search of ["sort=usage", "?a b", "?a#b", "https://elsewhere.example/?x"])
      await expect(save(ann.actor, "Mine", search)).rejects.toMatchObject({ fields: [{ field: "search" }] });
  });
});
