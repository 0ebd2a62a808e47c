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
      const failing = inSavepoint(db, async () => {
        await db.execute(sql`insert into kept values (${2})`);
        await db.execute(sql`select 1 / ${0}::int`);
      });
      await expect(failing).rejects.toMatchObject({ cause: { code: "22012" } });
      expect((await db.execute(sql`select value from kept`)).rows).toEqual([{ value: 1 }]);
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
