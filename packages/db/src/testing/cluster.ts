import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
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
      await dropTemplate(server.maker, template, user);
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const folderPrefix = "headwater-tests-";

async function startTestCluster(): Promise<{ maker: Address; stop: () => Promise<void> }> {
  await removeAbandoned();
  const dataFolder = await mkdtemp(join(tmpdir(), `${folderPrefix}${await identityOf(process.pid)}.`));
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

/** A run that was killed leaves its cluster running; the next run takes it away. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const identity = name.slice(folderPrefix.length, name.lastIndexOf("."));
    if (await isAlive(identity)) continue;
    const dataFolder = join(tmpdir(), name);
    // Adopts the orphan, or starts it for a moment: either way it is then stopped as it should be.
    const embedded = await startEmbedded({ dataFolder, log: () => undefined, durable: false }).catch(
      () => null,
    );
    await embedded?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
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
