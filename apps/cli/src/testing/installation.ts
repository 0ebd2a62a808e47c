import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { headwater, type Ran } from "./run.ts";

/** A server as `npm start` runs it, in a process and with an embedded PostgreSQL of its own, and a command line that is logged in. */
export interface Installation {
  readonly url: string;
  readonly key: string;
  /** HEADWATER_DATA of the server. */
  readonly dataFolder: string;
  readonly run: (words: readonly string[], folder?: string) => Promise<Ran>;
  readonly ask: (question: Question) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

interface Question {
  readonly method?: string;
  /** From the root of the server. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON where it is neither text, bytes nor a form. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Null where the answer is no JSON. */
  readonly json: unknown;
}

const program = fileURLToPath(new URL("../../../api/src/main.ts", import.meta.url));

/** On a data folder that another one has left, it goes on with what lies there, under the same key. */
export async function installation(
  given: { readonly dataFolder?: string; readonly key?: string; readonly secretFile?: string } = {},
): Promise<Installation> {
  const dataFolder = given.dataFolder ?? (await mkdtemp(join(tmpdir(), "headwater-data-")));
  const configFolder = await mkdtemp(join(tmpdir(), "headwater-config-"));
  const key = given.key ?? "a-key-for-journeys-of-the-command-line-0001";
  const child = spawn(process.execPath, [program, "--port", "0"], {
    env: {
      PATH: "/usr/bin:/bin",
      HOME: configFolder,
      ...environmentOf(dataFolder, key),
      ...(given.secretFile === undefined ? {} : { HEADWATER_SECRET_FILE: given.secretFile }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await addressOf(child);
  const run = (words: readonly string[], folder = configFolder): Promise<Ran> =>
    headwater(words, { folder, environment: { HEADWATER_CONFIG: configFolder, HEADWATER_DATA: dataFolder } });
  const loggedIn = await run(["login", url, "--key", key]);
  if (loggedIn.status !== 0) throw new Error(`login ended with ${loggedIn.status}: ${loggedIn.stderr}`);
  return {
    url,
    key,
    dataFolder,
    run,
    ask: (question) => ask({ url, key }, question),
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      await rm(configFolder, { recursive: true, force: true });
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function environmentOf(dataFolder: string, key: string): Record<string, string> {
  return {
    HEADWATER_DATA: dataFolder,
    HEADWATER_OWNER_EMAIL: "owner@example.com",
    HEADWATER_OWNER_PASSWORD: "correct horse battery",
    HEADWATER_ORGANIZATION: "Larkfield Freight",
    HEADWATER_API_KEY: key,
    HEADWATER_TIME_ZONE: "UTC",
  };
}

/** The last line of the start names the address. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return await new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString("utf8");
      const address = /is ready: (http:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("exit", (status) => reject(new Error(`The server ended with ${status}: ${said}`)));
  });
}

/** As a program with an API key asks. */
async function ask(
  { url, key }: { readonly url: string; readonly key: string },
  { method = "GET", path, headers = {}, body }: Question,
): Promise<Answer> {
  const isSentAsIs = typeof body === "string" || body instanceof Uint8Array || body instanceof FormData;
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      "x-api-key": key,
      ...(isSentAsIs || body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    body:
      body instanceof Uint8Array ? new Uint8Array(body) : isSentAsIs ? body : (JSON.stringify(body) ?? null),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: jsonOf(text) };
}

/** A member of an answer, however deep: `valueAt(answer.json, "items", 0, "id")`; undefined where there is none. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path)
    found =
      typeof found === "object" && found !== null
        ? new Map(Object.entries(found)).get(String(name))
        : undefined;
  return found;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
