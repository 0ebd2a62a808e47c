import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ended, freePort } from "../../server/start.ts";

export interface BareServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A bare server of its own process whose every answer has so many bytes. */
export async function startBare(kind: "node" | "hono", bytes: number): Promise<BareServer> {
  const port = await freePort();
  const file = fileURLToPath(new URL("./bare.ts", import.meta.url));
  const child = spawn(process.execPath, [file, kind, String(port), String(bytes)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", () => reject(new Error(`the bare ${kind} server ended`)));
  });
  return { url: `http://127.0.0.1:${port}/`, stop: () => ended(child, "SIGTERM") };
}
