import { startEmbedded } from "@headwater/db/launcher";
import pg from "pg";

export interface LentDatabase {
  /** As DATABASE_URL is given; its role may make databases and roles. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL that runs already when the server starts, with an empty database. Durable, as in production. */
export async function lendDatabase(dataFolder: string): Promise<LentDatabase> {
  const embedded = await startEmbedded({ dataFolder, log: () => undefined });
  const { host, port, user } = embedded.connection;
  const client = new pg.Client(embedded.connection);
  try {
    await client.connect();
    await client.query("create database measured template template0");
  } finally {
    await client.end();
  }
  return {
    url: `postgresql://${user}@localhost:${port}/measured?host=${encodeURIComponent(host)}`,
    stop: () => embedded.stop(),
  };
}
