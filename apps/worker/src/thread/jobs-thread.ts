import { parentPort } from "node:worker_threads";
import { workInThread } from "./work-in-thread.ts";

// The jobs in a thread of their own, so that none of them can make an answer wait.
if (parentPort !== null) workInThread(parentPort);
