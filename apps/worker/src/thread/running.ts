import type { Identifier } from "@headwater/domain/identifier";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { usualPace } from "../queues.ts";
import { beside } from "../runtime/beside.ts";
import { errorOf } from "./failure.ts";
import type { Call, FromThread, Processed, ThreadData, ToThread } from "./messages.ts";

/** One thread, from its start to its end. */
export interface RunningThread {
  /** Fulfilled once jobs can be sent; rejected when the thread ends before. */
  readonly ready: Promise<void>;
  /** Fulfilled when the thread has ended though nobody stopped it; that is logged already. */
  readonly died: Promise<void>;
  readonly isDead: () => boolean;
  readonly wake: () => void;
  readonly process: (call: Call) => Promise<Processed>;
  /** How many uploads are waited for. */
  readonly calls: () => number;
  readonly stop: () => Promise<void>;
}

/** A thread that does not end by itself so long after its jobs should have is ended. */
const END_MILLIS = 5_000;
/** Less than this is quicker copied than handed over. */
const LEAST_HANDED_OVER = 100_000;

/** Starts the thread as soon as `after` is fulfilled. */
export function runThread(given: {
  readonly data: ThreadData;
  readonly entry: string | undefined;
  readonly after: Promise<void>;
  readonly changed: (organizationId: Identifier<"org">) => void;
  readonly log: (error: unknown) => void;
}): RunningThread {
  const { data, changed, log } = given;
  const [ready, died] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const waiting = waitingCalls();
  let [stopping, ended, reasonTold] = [false, false, false];
  // What nobody awaits must not end the process.
  ready.promise.catch(() => undefined);
  const begun = given.after.then(begin);

  function begin(): Worker {
    const worker = new Worker(given.entry ?? usualEntry());
    worker.postMessage(data);
    worker.on("message", (message: FromThread) => take(message));
    worker.on("error", tell);
    worker.on("exit", end);
    // The server's port holds the process, never its jobs.
    worker.unref();
    return worker;
  }

  function take(message: FromThread): void {
    switch (message.kind) {
      case "ready":
        return ready.resolve();
      case "changed":
        return changed(message.organizationId);
      case "log":
        return tell(errorOf(message.failure));
      case "processed":
        return waiting.taken(message.call)?.resolve(message.upload);
      case "failed":
        return waiting.taken(message.call)?.reject(errorOf(message.failure));
    }
  }

  function tell(error: unknown): void {
    reasonTold = true;
    log(error);
  }

  function end(): void {
    ended = true;
    const error = new Error("The thread that does the jobs ended.");
    ready.reject(error);
    waiting.rejectAll(error);
    if (stopping) return;
    if (!reasonTold) log(error);
    died.resolve();
  }

  function send(message: ToThread, handedOver: ArrayBuffer[] = []): void {
    void begun.then((worker) => worker.postMessage(message, handedOver), log);
  }

  return {
    ready: ready.promise,
    died: died.promise,
    isDead: () => ended && !stopping,
    wake: () => send({ kind: "wake" }),
    process(call) {
      const { number, promise } = waiting.begun();
      send({ kind: "process", call: number, ...call }, handedOver(call.content?.content));
      return promise;
    },
    calls: waiting.count,
    async stop() {
      stopping = true;
      const worker = await begun;
      if (ended) return;
      send({ kind: "stop" });
      await exited(worker, (data.pace.graceMillis ?? usualPace.graceMillis) + END_MILLIS);
    },
  };
}

/** Waits for the thread's own end, and ends it where that takes longer than `millis`. */
async function exited(worker: Worker, millis: number): Promise<void> {
  const exit = new Promise((resolve) => worker.once("exit", resolve));
  worker.ref();
  const timer = setTimeout(() => void worker.terminate(), millis);
  await exit;
  clearTimeout(timer);
}

/** Answers that are awaited, by the number of their call. */
function waitingCalls() {
  const waiting = new Map<number, PromiseWithResolvers<Processed>>();
  let last = 0;
  return {
    count: () => waiting.size,
    begun() {
      const one = Promise.withResolvers<Processed>();
      last += 1;
      waiting.set(last, one);
      return { number: last, promise: one.promise };
    },
    taken(call: number) {
      const one = waiting.get(call);
      waiting.delete(call);
      return one;
    },
    rejectAll(error: Error) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}

function usualEntry(): string {
  return (
    beside(import.meta.url, "./jobs-thread.js") ?? fileURLToPath(new URL("./jobs-thread.ts", import.meta.url))
  );
}

/** Large bytes change hands where they own their memory, and are copied otherwise. */
function handedOver(bytes: Uint8Array | undefined): ArrayBuffer[] {
  if (bytes === undefined || bytes.byteLength < LEAST_HANDED_OVER) return [];
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength ? [buffer] : [];
}
