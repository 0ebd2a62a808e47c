import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { addressOf, type Address } from "../connect/address.ts";
import { prepare } from "../connect/prepare.ts";
import { appPassword } from "../connect/secret.ts";
import { startEmbedded } from "../launcher/index.ts";
import { identityOf, isAlive } from "../launcher/processes.ts";
import { defaultMigrationsFolder } from "../migrate/index.ts";
import { databaseUrl } from "./env.ts";

/** Handed from the process that starts the cluster to the workers that run the tests. */
export type TestCluster = {
  /** May make databases and roles. */
  maker: Address;
  /** A migrated database that nobody is connected to. */
  template: string;
  app: { user: string; password: string };
  secret: string;
};

declare module "vitest" {
  // Vitest wants an interface here, to merge it with its own.
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** vitest's globalSetup: one cluster and one migrated template for all test files. Returns what takes them away again. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server =
    databaseUrl === undefined
      ? await startTestCluster()
      : { maker: addressOf(databaseUrl), stop: async () => undefined };
  const template = `headwater_template_${randomBytes(6).toString("hex")}`;
  const secret = randomBytes(24).toString("base64url");
  try {
    await runAsMaker(server.maker, `create database ${template} template template0`);
    const user = await prepare({
      owner: { ...server.maker, database: template },
      secret,
      existingAppRole: null,
      migrationsFolder: defaultMigrationsFolder,
      log: () => undefined,
    });
    project.provide("testCluster", {
      maker: server.maker,
      template,
      app: { user, password: appPassword(secret, user) },
      secret,
    });
    return async () => {
      try {
        await dropTemplate(server.maker, template, user);
      } finally {
        await server.stop();
      }
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const folderPrefix = "headwater-tests-";

async function startTestCluster(): Promise<{ maker: Address; stop: () => Promise<void> }> {
  await removeAbandoned();
  const dataFolder = await mkdtemp(
    join(await testFolder(), `${folderPrefix}${await identityOf(process.pid)}.`),
  );
  const embedded = await startEmbedded({ dataFolder, log: () => undefined, durable: false });
  return {
    maker: embedded.connection,
    async stop() {
      await embedded.stop();
      await rm(dataFolder, { recursive: true, force: true });
      await rm(embedded.connection.host, { recursive: true, force: true });
    },
  };
}

const memoryFolder = "/dev/shm";
const enoughBytes = 1_000_000_000;

/** In memory where there is room: on a busy disk, copying the template took 200 to 700 ms instead of 15 to 40. */
async function testFolder(): Promise<string> {
  const memory = await statfs(memoryFolder).catch(() => null);
  return memory !== null && memory.bavail * memory.bsize > enoughBytes ? memoryFolder : tmpdir();
}

/** A run that was killed leaves its cluster running; the next run takes it away. */
async function removeAbandoned(): Promise<void> {
  for (const parent of [memoryFolder, tmpdir()]) {
    for (const name of await readdir(parent).catch(() => [])) {
      if (!name.startsWith(folderPrefix)) continue;
      const identity = name.slice(folderPrefix.length, name.lastIndexOf("."));
      if (!(await isAlive(identity))) await removeCluster(join(parent, name));
    }
  }
}

/** Adopts the orphan, or starts it for a moment: either way it is then stopped as it should be. */
async function removeCluster(dataFolder: string): Promise<void> {
  const embedded = await startEmbedded({ dataFolder, log: () => undefined, durable: false }).catch(
    () => null,
  );
  await embedded?.stop();
  if (embedded !== null) await rm(embedded.connection.host, { recursive: true, force: true });
  await rm(dataFolder, { recursive: true, force: true });
}

async function dropTemplate(maker: Address, template: string, appRole: string): Promise<void> {
  await runAsMaker(maker, `drop database if exists ${template} with (force)`);
  for (const role of [appRole, `${template}_owner`]) await runAsMaker(maker, `drop role if exists ${role}`);
}

export async function runAsMaker(maker: Address, statement: string): Promise<void> {
  const client = new pg.Client(maker);
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => undefined);
  }
}
