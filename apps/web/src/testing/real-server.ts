/** The product as it is shipped: the bundled server with its own PostgreSQL, in a folder that goes when it ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { programPath } from "./env.ts";

export interface RealServer {
  readonly address: string;
  /** Stops it as a service manager would, and says how it ended; 0 is clean. */
  readonly close: () => Promise<number | null>;
}

const bundle = fileURLToPath(new URL("../../../api/dist/main.js", import.meta.url));
const pages = fileURLToPath(new URL("../../dist/index.html", import.meta.url));

/** The first start makes a database; on a busy machine that takes its time. */
const START_MS = 60_000;

/** `settings` are variables of the environment, such as the owner to begin with. */
export async function startRealServer(settings: Readonly<Record<string, string>> = {}): Promise<RealServer> {
  for (const built of [bundle, pages]) {
    if (!existsSync(built)) throw new Error(`${built} is not there: run pnpm run build first`);
  }
  const folder = await mkdtemp(join(tmpdir(), "headwater-journey-"));
  const child = spawn(process.execPath, [bundle, "--port", "0"], {
    env: { PATH: programPath, HEADWATER_DATA: folder, TZ: "Europe/Warsaw", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await ready(child);
  return {
    address,
    close: async () => {
      const status = await stopped(child);
      await rm(folder, { recursive: true, force: true });
      return status;
    },
  };
}

/** The address stands in the last line of the start. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`The server did not start:\n${said}`)), START_MS);
    const listen = (bytes: Buffer) => {
      said += bytes.toString("utf8");
      const address = /is ready: (http:\/\/\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.on("exit", (status) => reject(new Error(`The server ended with ${status}:\n${said}`)));
  });
}

function stopped(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.on("exit", resolve);
    child.kill("SIGTERM");
  });
}
