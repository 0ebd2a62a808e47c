import { connectApp } from "@headwater/db/connect";
import { processUpload } from "@headwater/operations/uploads/process";
import type { MessagePort } from "node:worker_threads";
import { startQueue } from "../queue.ts";
import { parsePool, processRuntime } from "../runtime/index.ts";
import { failureOf } from "./failure.ts";
import type { Call, FromThread, ThreadData, ToThread } from "./messages.ts";

/** Files read at once. */
const THREADS = 2;
/** For the two uploads that the queue works on, those that requests wait for, and the rounds. */
const CONNECTIONS = 6;

/** Works on the jobs, and on uploads whose requests wait, until it is told to stop; then the thread ends by itself. The first message says where. */
export function workInThread(port: MessagePort): void {
  port.once("message", (data: ThreadData) => work(port, data));
}

function work(port: MessagePort, { address, pace }: ThreadData): void {
  const tell = (message: FromThread): void => port.postMessage(message);
  const log = (error: unknown): void => tell({ kind: "log", failure: failureOf(error) });
  const underWay = new Set<Promise<void>>();
  const working = start();
  working.then(() => tell({ kind: "ready" }), end);
  port.on("message", (message: ToThread) => {
    if (message.kind === "wake") void working.then(({ queue }) => queue.wake(), log);
    else if (message.kind === "stop") void working.then(stop).then(() => port.close(), end);
    else track(answer(message.call, message));
  });

  async function start() {
    const say = (line: string): void => tell({ kind: "log", failure: { kind: "other", text: line } });
    const database = await connectApp({
      address,
      log: say,
      poolSize: CONNECTIONS,
      stop: async () => undefined,
    });
    const pool = parsePool(THREADS);
    const queue = await startQueue({
      database,
      runtime: () => runtime,
      log,
      pace: { ...pace, beginMillis: 0 },
    });
    const runtime = processRuntime({
      database,
      pool,
      enqueue: queue.enqueue,
      changed: (organizationId) => tell({ kind: "changed", organizationId }),
    });
    await queue.begun();
    return { database, pool, queue, runtime };
  }

  async function answer(call: number, { actor, uploadId, content }: Call): Promise<void> {
    try {
      const { runtime } = await working;
      tell({ kind: "processed", call, upload: await processUpload(runtime, actor, uploadId, content) });
    } catch (error) {
      tell({ kind: "failed", call, failure: failureOf(error) });
    }
  }

  function track(answered: Promise<void>): void {
    underWay.add(answered);
    void answered.finally(() => underWay.delete(answered));
  }

  async function stop({ database, pool, queue }: Awaited<typeof working>): Promise<void> {
    await Promise.all([queue.stop(), ...underWay]);
    await pool.close();
    await database.close();
  }

  /** A thread that cannot work ends, and nothing else of the process: whoever started it starts another. */
  function end(error: unknown): never {
    log(error);
    process.exit(1);
  }
}
