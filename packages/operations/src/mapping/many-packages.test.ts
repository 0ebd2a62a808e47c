import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, perform } from "../operation/index.ts";
import { uploadDrawn } from "../testing/drawn-upload.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { listMappingProposals } from "./list-proposals.ts";
import { listMappingRules } from "./list-rules.ts";
import { retireMappingRule } from "./retire-rule.ts";
import { setMappingRule } from "./set-rule.ts";

const PACKAGES = 10_000;
const RULES = 4;
const LONGEST_MILLIS = 2_000;

let database: TestDatabase;
let runtime: TestRuntime;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
  runtime = testRuntime(database);
  actor = testActor(await testOrganization(database), ["all"]);
  const direct = Array.from({ length: PACKAGES }, (_, place) => `lib-${place}`);
  await uploadDrawn(runtime, actor, { product: "shop", inventory: { direct } });
  for (let place = 0; place < RULES; place += 1) {
    const { id } = await perform(setMappingRule, runtime, actor, {
      pattern: `lib-${place + 10}*`,
      project: `github.com/ruled/${place}`,
    });
    if (place % 2 === 0 && id !== null) await perform(retireMappingRule, runtime, actor, { id });
  }
});
afterAll(() => database.close());

async function within<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const start = performance.now();
  const answer = await ask();

  expect(performance.now() - start).toBeLessThan(LONGEST_MILLIS);
  return answer;
}

test(
  "a rule that covers ten thousand packages is previewed, set and retired in under two seconds each",
  { timeout: 60_000 },
  async () => {
    const wide = { pattern: "lib-*", project: "github.com/wide/wide" };
    const preview = await within(() => perform(setMappingRule, runtime, actor, { ...wide, preview: true }));
    expect(preview.packages + preview.kept.length).toBe(PACKAGES);
    const set = await within(() => perform(setMappingRule, runtime, actor, wide));
    expect(set.moved).toEqual(preview.moved);
    const rules = await within(() => perform(listMappingRules, runtime, actor, {}));
    expect(rules.items.reduce((sum, rule) => sum + rule.packages, 0)).toBe(PACKAGES);
    await within(() => perform(listMappingProposals, runtime, actor, {}));
    expect(
      await within(() => perform(retireMappingRule, runtime, actor, { id: set.id ?? "" })),
    ).toMatchObject({ packages: preview.packages });
  },
);
