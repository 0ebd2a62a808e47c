import { connectApp } from "@headwater/db/connect";
import { parseIdentifier } from "@headwater/domain/identifier";
import { perform, type Runtime } from "@headwater/operations/operation";
import { testActor, testRuntime } from "@headwater/operations/testing/runtime";
import { submitUpload } from "@headwater/operations/uploads/submit";
import { z } from "zod";
import { startQueue } from "../index.ts";
import { hurried } from "./pace.ts";

// A process that submits an upload, takes its job, never ends with it and is killed. Its argument says where the database is.
const given = z
  .object({
    address: z.object({
      host: z.string(),
      port: z.number(),
      user: z.string(),
      database: z.string(),
      password: z.string().default(""),
    }),
    organization: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ""));
const organizationId = parseIdentifier("org", given.organization);
if (organizationId === null) throw new Error(`${given.organization} is no organization`);

const database = await connectApp({
  address: given.address,
  log: () => undefined,
  poolSize: 4,
  stop: async () => undefined,
});
const queue = await startQueue({
  database,
  runtime: () => runtime,
  log: (error) => void process.stderr.write(`${String(error)}\n`),
  pace: hurried,
});
const runtime: Runtime = {
  ...testRuntime(database, new Date().toISOString()),
  enqueue: queue.enqueue,
  parse: hang,
};
const content = new TextEncoder().encode(
  '{ "name": "own", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "own" } } }',
);
const upload = await perform(submitUpload, runtime, testActor(organizationId, ["all"]), {
  product: "orphaned",
  fileName: "package-lock.json",
  create: true,
  content,
});
queue.wake();

async function hang(): Promise<never> {
  process.send?.(upload.id);
  return await new Promise<never>(() => undefined);
}
