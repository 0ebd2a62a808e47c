import { testDatabase, testOrganization, type TestDatabase } from "@headwater/db/testing";
import type { Database } from "@headwater/db";
import type { Runtime } from "@headwater/operations/operation";
import type { Hono } from "hono";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { inspect } from "node:util";
import { assemble } from "../assemble.ts";
import type { Authentication } from "../auth/auth.ts";
import type { Environment } from "../env.ts";
import { listen } from "../serve/listen.ts";
import type { SurfaceVariables } from "../surface.ts";
import { ask, type Answer, type Question } from "./ask.ts";
import { staff, type Company, type Credentials } from "./company.ts";

export interface Served {
  readonly port: number;
  readonly url: string;
  readonly app: Hono<SurfaceVariables>;
  readonly runtime: Runtime;
  readonly auth: Authentication;
  /** The one-time code of the first start. */
  readonly code: string;
  /** All that the server wrote to its log, as a person would read it. */
  readonly log: readonly string[];
  /** The lines of its security log. */
  readonly notes: readonly string[];
  readonly ask: (question: Question) => Promise<Answer>;
  /** As somebody. */
  readonly askAs: (who: Credentials, question: Question) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface TestServer extends Served {
  readonly database: TestDatabase;
  readonly ours: Company;
  readonly theirs: Company;
}

export interface ServeOptions {
  readonly secret: string;
  readonly host?: string;
  readonly webFolder?: string | null;
  readonly environment?: Partial<Environment>;
}

/** The server as it is started, with two organizations of which neither may see the other. */
export async function testServer(options: Partial<ServeOptions> = {}): Promise<TestServer> {
  const database = await testDatabase();
  const served = await serveOn(database, { secret: database.secret, ...options });
  const ground = {
    database,
    runtime: served.runtime,
    auth: served.auth,
    secret: options.secret ?? database.secret,
    origin: served.url,
  };
  const [ours, theirs] = await Promise.all([
    staff(ground, await testOrganization(database, { name: "Ours" }), "ours"),
    staff(ground, await testOrganization(database, { name: "Theirs" }), "theirs"),
  ]);
  return {
    ...served,
    database,
    ours,
    theirs,
    async close() {
      await served.close();
      await database.close();
    },
  };
}

/** The server as it is started, on a database that is open. Closing it leaves the database open. */
export async function serveOn(
  database: Database,
  { secret, host = "127.0.0.1", webFolder = null, environment = {} }: ServeOptions,
): Promise<Served> {
  const port = await freePort(host);
  const url = `http://localhost:${port}`;
  const log: string[] = [];
  const notes: string[] = [];
  const parts = {
    environment: { ...silentEnvironment(port, host, url), ...environment },
    database,
    secret,
    webFolder,
    log: (error: unknown) => void log.push(inspect(error)),
    note: (line: string) => void notes.push(line),
  };
  const { app, runtime, auth, firstStart, close } = await assemble(parts);
  const listening = await listen(app, host, port);
  return {
    port,
    url,
    app,
    runtime,
    auth,
    code: firstStart.code,
    log,
    notes,
    ask: (question) => ask(port, question),
    askAs: (who, question) => ask(port, { ...question, headers: { ...who, ...question.headers } }),
    async close() {
      await listening.drain(1_000);
      await close();
    },
  };
}

function silentEnvironment(port: number, host: string, url: string): Environment {
  const provision = {
    email: undefined,
    password: undefined,
    organization: undefined,
    apiKey: undefined,
    apiKeyScope: "all",
    currency: "USD",
    timeZone: "UTC",
  };
  return {
    port,
    host,
    url,
    dataFolder: tmpdir(),
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    secret: undefined,
    metricsToken: undefined,
    provision,
  };
}

/** The public address has to be known before the port is taken. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const address: AddressInfo | string | null = server.address();
      server.close(() =>
        address === null || typeof address === "string"
          ? reject(new Error("no port"))
          : resolve(address.port),
      );
    });
  });
}
