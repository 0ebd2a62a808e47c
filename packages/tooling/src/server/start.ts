import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { toolEnvironment } from "../repository/env.ts";
import { repositoryRoot } from "../repository/root.ts";

export const apiKey = "measure-key-of-no-value-0123456789abcdef";
/** With a database that is lent, the server's secret must be given. */
export const secretOfServer = "a-secret-of-no-value-for-measuring-0123456789";

export interface ServerOptions {
  readonly dataFolder: string;
  readonly port: number;
  /** A database that runs already; without it the server starts its own in the data folder. */
  readonly databaseUrl?: string;
  /** For Node, before the server's file. */
  readonly nodeArguments?: readonly string[];
}

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** From the start of the process until it said that it is ready, in milliseconds. */
  readonly readyAfter: number;
  /** SIGTERM, and waits until it has drained and gone. */
  readonly stop: () => Promise<void>;
}

/** Starts the built server as `npm start` does, in a process of its own. Throws with what it said where it does not become ready. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [...(options.nodeArguments ?? []), serverFile, "--port", String(options.port)],
    {
      cwd: repositoryRoot,
      env: serverEnvironment(options),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  await readiness(child);
  return {
    url: `http://127.0.0.1:${options.port}`,
    process: child,
    readyAfter: performance.now() - started,
    stop: () => ended(child, "SIGTERM"),
  };
}

/** Sends the signal and waits until the process has gone. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("no port was given")),
      );
    });
  });
}

const serverFile = join(repositoryRoot, "apps", "api", "dist", "main.js");

function serverEnvironment({ dataFolder, databaseUrl }: ServerOptions): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...inherited } = toolEnvironment();
  return {
    ...inherited,
    HEADWATER_DATA: dataFolder,
    HEADWATER_OWNER_EMAIL: "owner@example.com",
    HEADWATER_OWNER_PASSWORD: "correct-horse-battery",
    HEADWATER_ORGANIZATION: "Example",
    HEADWATER_API_KEY: apiKey,
    HEADWATER_TIME_ZONE: "UTC",
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, HEADWATER_SECRET: secretOfServer }),
  };
}

function readiness(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4_000)));
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Headwater is ready")) resolve();
    });
    child.once("exit", (code, signal) =>
      reject(new Error(`the server ended with ${code ?? signal}:\n${said}`)),
    );
  });
}
