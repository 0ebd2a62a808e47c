import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { testDatabase, testOrganization } from "../testing/index.ts";
import { inSavepoint, type Transaction } from "./scope.ts";

async function inTransaction<Result>(work: (db: Transaction) => Promise<Result>): Promise<Result> {
  const database = await testDatabase();
  onTestFinished(() => database.close());
  const organizationId = await testOrganization(database);
  return await database.transaction({ organizationId }, work);
}

const prepared = async (db: Transaction) =>
  (
    await db.execute<{ statement: string }>(
      sql`select statement from pg_prepared_statements where name like 'headwater%' order by 1`,
    )
  ).rows.map(({ statement }) => statement);

describe("a connection that is used sparingly", () => {
  it("has a statement planned once that is asked again and again, with whichever values", async () => {
    await inTransaction(async (db) => {
      for (const value of [1, 2, 3])
        expect((await db.execute(sql`select ${value}::int as again`)).rows).toEqual([{ again: value }]);
      expect(await prepared(db)).toContain("select $1::int as again");
    });
  });

  it("has planned anew what brings rows as an array, and what is asked once", async () => {
    await inTransaction(async (db) => {
      for (const values of [[1], [2, 3], [4, 5, 6]])
        await db.execute(sql`select count(*) from unnest(${sql.param(values)}::int[]) as brought`);
      await db.execute(sql`select ${1}::int as once_only`);
      const texts = await prepared(db);
      expect(texts.filter((text) => text.includes("brought") || text.includes("once_only"))).toEqual([]);
    });
  });

  it("answers statements that were sent together each with its own rows", async () => {
    const answers = await inTransaction((db) =>
      Promise.all([1, 2, 3, 4, 5].map((value) => db.execute(sql`select ${value}::int as sent`))),
    );
    expect(answers.map(({ rows }) => rows)).toEqual([1, 2, 3, 4, 5].map((sent) => [{ sent }]));
  });

  it("keeps what was done before a part that failed, and nothing of that part", async () => {
    await inTransaction(async (db) => {
      await db.execute(sql`create temporary table kept (value int)`);
      await db.execute(sql`insert into kept values (${1})`);
      const failing = inSavepoint(db, async (part) => {
        await part.execute(sql`insert into kept values (${2})`);
        await part.execute(sql`select 1 / ${0}::int`);
      });
      await expect(failing).rejects.toMatchObject({ cause: { code: "22012" } });
      expect((await db.execute(sql`select value from kept`)).rows).toEqual([{ value: 1 }]);
    });
  });

  it("keeps nothing that a part which failed asks for afterwards", async () => {
    await inTransaction(async (db) => {
      await db.execute(sql`create temporary table kept (value int)`);
      let late: Promise<unknown> = Promise.resolve();
      const failing = inSavepoint(db, async (part) => {
        late = pause(20).then(() => part.execute(sql`insert into kept values (${7})`));
        await Promise.all([late, part.execute(sql`select 1 / ${0}::int`)]);
      });
      await expect(failing).rejects.toMatchObject({ cause: { code: "22012" } });
      await expect(late).rejects.toMatchObject({ cause: { message: "this transaction is over" } });
      expect((await db.execute(sql`select value from kept`)).rows).toEqual([]);
    });
  });

  it("refuses what a branch of a transaction that failed asks afterwards, also of another's transaction", async () => {
    const database = await testDatabase();
    onTestFinished(() => database.close());
    const [one, other] = [await testOrganization(database), await testOrganization(database)];
    let late: Promise<unknown> = Promise.resolve();
    const failing = database.transaction({ organizationId: one }, async (db) => {
      late = pause(50).then(() => db.execute(sql`select name from organizations`));
      await Promise.all([Promise.reject(new Error("one branch fails")), late]);
    });
    await expect(failing).rejects.toThrow("one branch fails");
    await database.transaction({ organizationId: other }, async (db) => {
      await db.execute(sql`select 1`);
      await expect(late).rejects.toMatchObject({ cause: { message: "this transaction is over" } });
      expect((await db.execute(sql`select count(*)::int as many from organizations`)).rows).toEqual([
        { many: 1 },
      ]);
    });
  });

  it("ends a transaction of which one statement fails, whatever was sent with it", async () => {
    const failing = inTransaction(async (db) => {
      await Promise.all([
        db.execute(sql`select ${1}::int`),
        db.execute(sql`select 1 / ${0}::int`),
        db.execute(sql`select ${2}::int`),
      ]);
    });
    await expect(failing).rejects.toMatchObject({ cause: { code: "22012" } });
  });
});
