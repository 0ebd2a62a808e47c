import pg from "pg";
import { startEmbedded, type Log } from "../launcher/index.ts";
import type { Address } from "./address.ts";
import { hasCode } from "./failure.ts";

const database = "headwater";

/** The embedded server with Headwater's database in it. */
export async function openEmbedded(
  dataFolder: string,
  log: Log,
): Promise<{ owner: Address; stop(): Promise<void> }> {
  const embedded = await startEmbedded({ dataFolder, log });
  try {
    await makeDatabase(embedded.connection);
    return { owner: { ...embedded.connection, database }, stop: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function makeDatabase(connection: Address): Promise<void> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("select from pg_database where datname = $1", [database]);
    if (rows.length === 0) await client.query(`create database ${database} template template0`);
  } catch (error) {
    // A second process was quicker: 42P04 says so, 23505 when both were writing the name at once.
    if (!hasCode(error, "42P04", "23505")) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
