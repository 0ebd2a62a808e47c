import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { Address } from "../connect/address.ts";
import { runAsMaker } from "./cluster.ts";

export type EmptyDatabase = {
  /** As the one who may do everything. */
  maker: Address;
  /** A new role with these attributes (`createrole`, `superuser`); it may connect and nothing more. */
  role(attributes?: string): Promise<Address>;
  /** As the maker. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
};

/** A database without tables, for tests of how one is set up. Dropped together with its roles. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const { maker: server } = inject("testCluster");
  const database = `headwater_empty_${randomBytes(6).toString("hex")}`;
  const roles: string[] = [];
  await runAsMaker(server, `create database ${database} template template0`);
  const maker = { ...server, database };
  return {
    maker,
    async role(attributes = "") {
      const [user, password] = [`${database}_role${roles.length}`, randomBytes(12).toString("hex")];
      roles.push(user);
      await runAsMaker(server, `create role ${user} login password '${password}' ${attributes}`);
      return { ...maker, user, password };
    },
    async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      const client = new pg.Client(maker);
      try {
        await client.connect();
        return (await client.query<Row>(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    async drop() {
      await runAsMaker(server, `drop database if exists ${database} with (force)`);
      for (const role of [`${database}_app`, ...roles, `${database}_owner`])
        await runAsMaker(server, `drop role if exists ${role}`);
    },
  };
}

/** As DATABASE_URL would give it. */
export function urlOf({ host, port, user, password, database }: Address): string {
  const login = [user, ...(password === undefined ? [] : [password])].map(encodeURIComponent).join(":");
  return `postgresql://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
