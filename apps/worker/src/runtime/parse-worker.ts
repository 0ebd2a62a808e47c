import { parseInventory } from "@headwater/ingest";
import type { ParseRequest } from "@headwater/operations/operation";
import { parentPort } from "node:worker_threads";

// Only reads what it is sent and answers: no file, no network, no database.
parentPort?.on("message", (request: ParseRequest) => {
  parentPort?.postMessage(parseInventory(request));
});
