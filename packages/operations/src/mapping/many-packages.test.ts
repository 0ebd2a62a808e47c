import { mappingRules, projects } from "@headwater/db/tables";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { newIdentifier } from "@headwater/domain/identifier";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { uploadDrawn } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { listMappingProposals } from "./list-proposals.ts";
import { listMappingRules } from "./list-rules.ts";
import { retireMappingRule } from "./retire-rule.ts";
import { setMappingRule } from "./set-rule.ts";

const PACKAGES = 10_000;
const RULES = 500;
const LONGEST_MILLIS = 5_000;

let database: TestDatabase;
let runtime: TestRuntime;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
  runtime = testRuntime(database);
  actor = testActor(await testOrganization(database), ["all"]);
  const direct = Array.from({ length: PACKAGES }, (_, place) => `lib-${place}`);
  await uploadDrawn(runtime, actor, { product: "shop", inventory: { direct } });
  await setManyRules();
});
afterAll(() => database.close());

/** Closer rules of which half decide about some packages and half about none, as if they had been set one after the other. */
async function setManyRules(): Promise<void> {
  const { organizationId } = actor;
  const projectId = newIdentifier("prj", Date.now(), randomBytes(10));
  await database.transaction({ organizationId }, async (db) => {
    await db.insert(projects).values({
      organizationId,
      id: projectId,
      slug: "github.com/ruled/one",
      name: "one",
      provisional: false,
    });
    await db.insert(mappingRules).values(
      Array.from({ length: RULES }, (_, place) => ({
        organizationId,
        id: newIdentifier("rul", Date.now() + place, randomBytes(10)),
        pattern: place % 2 === 0 ? `lib-${place + 100}*` : `@scope-${place}/*`,
        projectId,
      })),
    );
  });
}

async function within<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const start = performance.now();
  const answer = await ask();

  expect(performance.now() - start).toBeLessThan(LONGEST_MILLIS);
  return answer;
}

test(
  "a rule that covers ten thousand packages is previewed, set and retired beside 500 others in under five seconds each on a busy machine",
  { timeout: 60_000 },
  async () => {
    const wide = { pattern: "lib-*", project: "github.com/wide/wide" };
    const preview = await within(() => perform(setMappingRule, runtime, actor, { ...wide, preview: true }));
    expect(preview.packages + preview.kept.length).toBe(PACKAGES);
    const set = await within(() => perform(setMappingRule, runtime, actor, wide));
    expect(set.moved).toEqual(preview.moved);
    const rules = await within(() => perform(listMappingRules, runtime, actor, { limit: 1_000 }));
    expect(rules.items.reduce((sum, rule) => sum + rule.packages, 0)).toBe(PACKAGES);
    await within(() => perform(listMappingProposals, runtime, actor, {}));
    expect(
      await within(() => perform(retireMappingRule, runtime, actor, { id: set.id ?? "" })),
    ).toMatchObject({ packages: preview.packages });
  },
);
