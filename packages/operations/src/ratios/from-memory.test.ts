import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { parseIdentifier } from "@headwater/domain/identifier";
import { logContribution } from "../contributions/log.ts";
import { type Actor, perform, type Runtime } from "../operation/index.ts";
import { createPerson } from "../people/create.ts";
import { setProject } from "../projects/set.ts";
import { uploadDrawn } from "../testing/drawn-upload.ts";
import { testActor, testRuntime } from "../testing/runtime.ts";
import { npmLock } from "../testing/upload.ts";
import { processUpload } from "../uploads/process.ts";
import { submitUpload } from "../uploads/submit.ts";
import { readRatios } from "./read.ts";
import { readSummary } from "./summary.ts";

let database: TestDatabase;
let runtime: Runtime;
let actor: Actor;
/** How many transactions were begun. */
let transactions: number;
/** Runs once in the next transaction that only reads: after it has its state of the database, before it reads anything. */
let meanwhile: (() => Promise<unknown>) | null;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  [transactions, meanwhile] = [0, null];
  runtime = testRuntime({
    ...database,
    transaction: (scope, work) =>
      database.transaction(scope, async (db) => {
        transactions += 1;
        const now = meanwhile;
        if (now !== null && scope !== "identity" && scope.readOnly === true) {
          meanwhile = null;
          await now();
        }
        return await work(db);
      }),
  });
  actor = testActor(await testOrganization(database), ["all"]);
  await uploadDrawn(runtime, actor, {
    product: "shop",
    inventory: { direct: ["a", "b", "c", "d"] },
    takenAt: "2026-03-01T12:00:00Z",
  });
  await perform(createPerson, runtime, actor, { name: "Ann", email: "ann@example.com" });
  transactions = 0;
});

const page = (more: object = {}) => perform(readRatios, runtime, actor, { period: "2026-07", ...more });
const summary = () => perform(readSummary, runtime, actor, { period: "2026-07" });
const log = (by: Runtime = runtime) =>
  perform(logContribution, by, actor, {
    project: "pkg:npm/a",
    person: "ann@example.com",
    day: "2026-07-05",
    minutes: 60,
    kind: "review",
  });

test("a page and a headline that were asked before begin no transaction and say the same", async () => {
  const before = [await page(), await page({ by: "ecosystem" }), await summary()];
  transactions = 0;
  const after = [await page(), await page({ by: "ecosystem" }), await summary()];
  expect(transactions).toBe(0);
  const withoutMoment = (answers: readonly object[]) => answers.map((answer) => ({ ...answer, asOf: "" }));
  expect(withoutMoment(after)).toEqual(withoutMoment(before));
});

test("a part of a page that was shown before begins none, and rows that were not are read", async () => {
  const all = await page();
  transactions = 0;
  expect((await page({ limit: 2 })).items).toEqual(all.items.slice(0, 2));
  expect(transactions).toBe(0);
  await log();
  const [first, second] = [await page({ limit: 2 }), await page({ limit: 3 })];
  expect(second.items.slice(0, 2)).toEqual(first.items);
  expect(second.items.every((row) => row.name.length > 0 && row.name !== row.id)).toBe(true);
});

test("what was read before a change is kept by nobody, however late it is computed", async () => {
  meanwhile = () => log();
  // Begun before the hour was logged: it may show either state, but the next one must show the hour.
  await page();
  expect((await page()).items.find((row) => row.name === "a")).toMatchObject({ minutes: 60 });
  meanwhile = () => log();
  await summary();
  expect((await summary()).minutes).toBe(120);
});

test("a name that was read before a change is kept by nobody", async () => {
  const rename = (name: string) => perform(setProject, runtime, actor, { project: "pkg:npm/a", name });
  await page({ limit: 1 });
  meanwhile = () => rename("renamed");
  await page();
  expect((await page()).items.map((row) => row.name)).toContain("renamed");
});

test("a change of another process is seen as soon as it is told", async () => {
  const other = testRuntime(database);
  await page();
  await log(other);
  runtime.memory.forget(actor.organizationId);
  expect((await page()).items.find((row) => row.name === "a")).toMatchObject({ minutes: 60 });
});

test("the pages of a list go on when its figures are computed anew and come out alike, and end when any of them changed", async () => {
  const { nextCursor } = await page({ limit: 2 });
  expect(nextCursor).not.toBeNull();
  const second = () => page({ limit: 2, cursor: nextCursor ?? "" });
  const before = await second();
  runtime.memory.forgetAll();
  expect(await second()).toEqual(before);
  await log();
  await expect(second()).rejects.toMatchObject({ code: "cursor-expired" });
});

test("figures stay in memory while an upload waits, and are computed anew when it has come into force or was seen again", async () => {
  const file = npmLock({ x: "1.0.0" }, { x: ["1.0.0", []] });
  const submit = () =>
    perform(submitUpload, runtime, actor, {
      product: "shop",
      fileName: "package-lock.json",
      content: new TextEncoder().encode(file),
    });
  await page();
  const waiting = await submit();
  transactions = 0;
  await page();
  expect(transactions).toBe(0);
  const id = parseIdentifier("upl", waiting.id);
  if (id !== null) await processUpload(runtime, actor, id);
  transactions = 0;
  await page();
  expect(transactions).toBe(1);
  expect(await submit()).toMatchObject({ status: "unchanged" });
  transactions = 0;
  await page();
  expect(transactions).toBe(1);
});
