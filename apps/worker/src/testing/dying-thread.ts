import { parentPort } from "node:worker_threads";
import type { ToThread } from "../thread/messages.ts";
import { workInThread } from "../thread/work-in-thread.ts";

// A thread that dies of the first upload whose content it is handed, as of a file that takes all memory. Of one that it has to read itself it does not.
if (parentPort !== null) {
  workInThread(parentPort);
  parentPort.on("message", (message: ToThread) => {
    if (message.kind === "process" && message.content !== null) throw new Error("died of it");
  });
}
