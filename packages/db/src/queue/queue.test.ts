import { getRollbackPlans } from "pg-boss";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasCode } from "../connect/failure.ts";
import { addressOf } from "../connect/address.ts";
import { openPrepared } from "../connect/index.ts";
import { emptyDatabase, urlOf } from "../testing/empty.ts";
import { jobTables } from "./index.ts";

const environment = { dataFolder: "", secret: "a secret of this test, long enough", log: () => undefined };

async function prepared() {
  const empty = await emptyDatabase();
  onTestFinished(() => empty.drop());
  const databaseUrl = urlOf(empty.maker);
  const { app } = await openPrepared({ ...environment, databaseUrl });
  const client = new pg.Client({ ...addressOf(databaseUrl), ...app });
  await client.connect();
  onTestFinished(() => client.end());
  return { empty, databaseUrl, client };
}

const version = async (client: pg.Client) =>
  (await client.query<{ version: number }>(`select version from ${jobTables}.version`)).rows;

const indexes = async (client: pg.Client) =>
  (
    await client.query(
      `select indexname, indexdef from pg_indexes where schemaname = '${jobTables}' order by 1`,
    )
  ).rows;

describe("the queue's tables", () => {
  it("belong to the owner, and the app's role may use them and make none", async () => {
    const { empty, client } = await prepared();
    const [owners] = await empty.query<{ owners: string[] }>(
      "select array_agg(distinct tableowner::text) as owners from pg_tables where schemaname = $1",
      [jobTables],
    );
    expect(owners).toEqual({ owners: [`${empty.maker.database}_owner`] });
    expect((await client.query(`select count(*) from ${jobTables}.job`)).rowCount).toBe(1);
    const refused = await client.query(`create table ${jobTables}.own ()`).catch((error: unknown) => error);
    expect(hasCode(refused, "42501")).toBe(true);
  });

  it("of an older version are brought to this one at the next start, and what they hold is kept", async () => {
    const { empty, databaseUrl, client } = await prepared();
    const [now] = await version(client);
    const before = await indexes(client);
    await client.query(`select ${jobTables}.create_queue('kept', '{"policy": "standard"}'::jsonb)`);
    await empty.query(getRollbackPlans(jobTables, now?.version ?? 0));
    expect((await version(client))[0]?.version).toBeLessThan(now?.version ?? 0);
    await openPrepared({ ...environment, databaseUrl });
    expect(await version(client)).toEqual([now]);
    expect(await indexes(client)).toEqual(before);
    expect((await client.query(`select name from ${jobTables}.queue`)).rows).toEqual([{ name: "kept" }]);
  });

  it("are made once when three servers start at once", async () => {
    const empty = await emptyDatabase();
    onTestFinished(() => empty.drop());
    const databaseUrl = urlOf(empty.maker);
    await Promise.all([1, 2, 3].map(() => openPrepared({ ...environment, databaseUrl })));
    expect(await empty.query(`select count(*)::int as versions from ${jobTables}.version`)).toEqual([
      { versions: 1 },
    ]);
  });
});
