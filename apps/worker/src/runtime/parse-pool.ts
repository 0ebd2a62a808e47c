import type { ParseRequest } from "@headwater/operations/operation";
import type { ParseResult } from "@headwater/domain/usage";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { beside } from "./beside.ts";

/** Reads inventories in worker threads, so that the API answers while a large one is read. */
export interface ParsePool {
  readonly parse: (request: ParseRequest) => Promise<ParseResult>;
  readonly close: () => Promise<void>;
}

interface Task {
  readonly request: ParseRequest;
  readonly resolve: (result: ParseResult) => void;
  readonly reject: (error: Error) => void;
}

/** A hostile file may try to take everything: then its worker ends, and the file is refused. */
const LONGEST_MILLIS = 120_000;
const HEAP_MEGABYTES = 1_024;

/** Threads are made when they are first needed and kept; `size` of them at most. */
export function parsePool(size = 1): ParsePool {
  const entry =
    beside(import.meta.url, "./parse-worker.js") ??
    fileURLToPath(new URL("./parse-worker.ts", import.meta.url));
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;

  function next(): void {
    if (waiting.length === 0) return;
    const worker = idle.pop() ?? (all.size < size ? start() : undefined);
    if (worker === undefined) return;
    const task = waiting.shift();
    if (task !== undefined) run(worker, task);
  }

  function start(): Worker {
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
    worker.unref();
    all.add(worker);
    return worker;
  }

  function run(worker: Worker, { request, resolve, reject }: Task): void {
    const timer = setTimeout(
      () => void end(() => resolve(refused("too-slow", "The file could not be read within two minutes."))),
      LONGEST_MILLIS,
    );
    const done = (): void => {
      clearTimeout(timer);
      worker.off("message", answered);
      worker.off("error", failed);
      // An idle thread never holds the process.
      worker.unref();
    };
    const end = async (answer: () => void): Promise<void> => {
      done();
      all.delete(worker);
      await worker.terminate();
      answer();
      next();
    };
    const answered = (result: ParseResult): void => {
      done();
      idle.push(worker);
      resolve(result);
      next();
    };
    const failed = (error: Error): void => {
      const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      void end(() =>
        isMemory
          ? resolve(refused("too-large", "Reading the file needs more memory than one file may take."))
          : reject(error),
      );
    };
    worker.on("message", answered);
    worker.on("error", failed);
    worker.ref();
    worker.postMessage(request);
  }

  return {
    parse: (request) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("the pool is closed"));
        waiting.push({ request, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function refused(code: string, message: string): ParseResult {
  return { kind: "refused", refusal: { code, message, where: null } };
}
