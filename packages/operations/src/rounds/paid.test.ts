import type { Plan, Round } from "@headwater/contract/rounds";
import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { recordDonation } from "../donations/record.ts";
import { reverseDonation } from "../donations/reverse.ts";
import { type Actor, perform } from "../operation/index.ts";
import { fundedShop } from "../testing/funded-shop.ts";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { createRound } from "./create.ts";
import { decideLine } from "./decide.ts";
import { listRoundLines } from "./list-lines.ts";
import { readPlan } from "./read-plan.ts";
import { readSponsors } from "./read-sponsors.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let owner: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  owner = testActor(await testOrganization(database), ["owner"]);
});

/** A round of 900 that are locked on `b` alone. */
async function lockedRound(): Promise<Round> {
  await fundedShop(runtime, owner, "USD");
  const { id, version } = await perform(createRound, runtime, owner, { name: "x", budget: "900" });
  const locked = { id, version, project: "pkg:npm/b", locked: "900" };
  return (await perform(decideLine, runtime, owner, locked)).round;
}

const planOf = ({ id }: Round): Promise<Plan> => perform(readPlan, runtime, owner, { id });
const lineOf = (plan: Plan) => plan.lines.find(({ name }) => name === "pkg:npm/b" || name === "b");
const give = (amount: string, day: string, kind: "sponsorship" | "in-kind" = "sponsorship") =>
  perform(recordDonation, runtime, owner, {
    payee: "Ann",
    currency: "USD",
    amount,
    day,
    kind,
    project: "pkg:npm/b",
  });

test("what was paid of a locked gift is not offered again, and not counted twice", async () => {
  const round = await lockedRound();
  const planned = await planOf(round);
  expect(lineOf(planned)?.paid).toBeUndefined();
  const today = runtime.clock().toISOString().slice(0, 10);
  const part = await give("300", today);
  const partly = await planOf(round);
  expect(lineOf(partly)).toMatchObject({ final: "900.00", locked: "900.00", paid: "300.00" });
  expect(partly.payees.map(({ amount }) => amount)).toEqual(["600.00"]);
  expect((await perform(readSponsors, runtime, owner, { id: round.id })).items).toEqual([
    { username: "ann", amount: 600 },
  ]);
  const { items } = await perform(listRoundLines, runtime, owner, { id: round.id });
  expect(items.filter(({ final }) => final !== "0.00").map(({ toPay }) => toPay)).toEqual(["600.00"]);

  await give("700", today);
  const whole = await planOf(round);
  expect(lineOf(whole)).toMatchObject({ final: "900.00", paid: "900.00" });
  expect([whole.payees, whole.sponsors.rows, whole.locked]).toEqual([[], 0, "900.00"]);
  expect(whole.after).toEqual(whole.before);

  await perform(reverseDonation, runtime, owner, { id: part.id, reason: "Twice" });
  expect(lineOf(await planOf(round))?.paid).toBe("700.00");
});

test("what was given before the round began or in kind pays nothing of it", async () => {
  const round = await lockedRound();
  await give("900", "2026-05-04");
  await give("900", runtime.clock().toISOString().slice(0, 10), "in-kind");
  const plan = await planOf(round);
  expect(lineOf(plan)?.paid).toBeUndefined();
  expect(plan.payees.map(({ amount }) => amount)).toEqual(["900.00"]);
});
