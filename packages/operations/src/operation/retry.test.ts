import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { testActor, testRuntime, type TestRuntime } from "../testing/runtime.ts";
import { type Actor, type Context, perform, performOnce, reading, Refused, writing } from "./index.ts";

let database: TestDatabase;
let runtime: TestRuntime;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  runtime = testRuntime(database);
  actor = testActor(await testOrganization(database), ["all"]);
});

const shape = {
  name: "test.collide",
  access: "product.change",
  input: z.object({}),
  output: z.object({ tries: z.number() }),
} as const;

/** The database ends the transaction with this SQLSTATE, as it does with one that stood in another's way. */
const raise = (context: Context, state: string) =>
  context.db.execute(
    sql.raw(`do $$ begin raise exception 'stood in the way' using errcode = '${state}'; end $$`),
  );

function failing(state: string, times: number) {
  const seen = { tries: 0, after: 0 };
  const run = async (context: Context) => {
    seen.tries += 1;
    context.afterCommit(() => (seen.after += 1));
    if (seen.tries <= times) await raise(context, state);
    return { tries: seen.tries };
  };
  return { seen, write: writing({ ...shape, run, audit: () => null }), read: reading({ ...shape, run }) };
}

describe("a write that stood in another's way", () => {
  test.each(["40P01", "40001"])(
    "is tried again after %s, and what it wanted done after its commit is done once",
    async (state) => {
      const { seen, write } = failing(state, 4);
      expect(await perform(write, runtime, actor, {})).toEqual({ tries: 5 });
      expect(seen).toEqual({ tries: 5, after: 1 });
    },
  );

  test("is given up after four more tries, and does nothing then", async () => {
    const { seen, write } = failing("40P01", 99);
    await expect(perform(write, runtime, actor, {})).rejects.toThrow(/./);
    expect(seen).toEqual({ tries: 5, after: 0 });
  });

  test("with an Idempotency-Key is tried again too, and its answer kept once", async () => {
    const { seen, write } = failing("40001", 2);
    const request = { key: "one", method: "POST", path: "/test", bodyDigest: "d" };
    const idempotent = {
      request,
      respond: (output: { tries: number }) => ({ status: 200, body: String(output.tries) }),
      respondToRefusal: () => ({ status: 500, body: "" }),
    };
    expect(await performOnce(write, runtime, actor, {}, idempotent)).toEqual({
      status: 200,
      body: "3",
      replayed: false,
    });
    expect(await performOnce(write, runtime, actor, {}, idempotent)).toEqual({
      status: 200,
      body: "3",
      replayed: true,
    });
    expect(seen).toEqual({ tries: 3, after: 1 });
  });
});

test.each([
  ["a read", "40001", "read"],
  ["a write that breaks a constraint", "23505", "write"],
] as const)("%s is not tried again", async (_, state, effect) => {
  const made = failing(state, 1);
  await expect(perform(made[effect], runtime, actor, {})).rejects.toThrow(/./);
  expect(made.seen).toEqual({ tries: 1, after: 0 });
});

test("a refusal is not tried again", async () => {
  let tries = 0;
  const refusing = writing({
    ...shape,
    run: async (): Promise<{ tries: number }> => {
      tries += 1;
      throw new Refused("conflict", "No.");
    },
    audit: () => null,
  });
  await expect(perform(refusing, runtime, actor, {})).rejects.toMatchObject({ code: "conflict" });
  expect(tries).toBe(1);
});

test("two writes that lock the same two things in opposite orders both take effect", async () => {
  const both = Promise.withResolvers<undefined>();
  let [waiting, tries] = [0, 0];
  const lock = (context: Context, name: string) =>
    context.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${name + actor.organizationId}, 0))`,
    );
  const crossing = (first: string, second: string) =>
    writing({
      ...shape,
      async run(context) {
        tries += 1;
        await lock(context, first);
        waiting += 1;
        if (waiting === 2) both.resolve(undefined);
        await both.promise;
        await lock(context, second);
        return { tries };
      },
      audit: () => null,
    });
  await Promise.all([
    perform(crossing("a", "b"), runtime, actor, {}),
    perform(crossing("b", "a"), runtime, actor, {}),
  ]);
  expect(tries).toBe(3);
});
