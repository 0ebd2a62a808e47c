import { connectApp } from "@headwater/db/connect";
import { testRuntime } from "@headwater/operations/testing/runtime";
import { z } from "zod";
import { startQueue } from "../index.ts";
import { hurried } from "./pace.ts";

// A process that takes an upload, never ends with it and is killed. Its argument says where the database is.
const address = z
  .object({ host: z.string(), port: z.number(), user: z.string(), database: z.string(), password: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ""));
const database = await connectApp({ address, log: () => undefined, poolSize: 2, stop: async () => undefined });
const runtime = testRuntime(database, new Date().toISOString());
const log = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);
await startQueue({ database, runtime: () => ({ ...runtime, parse: hang }), log, pace: hurried });

async function hang(): Promise<never> {
  process.send?.("taken");
  return await new Promise<never>(() => undefined);
}
