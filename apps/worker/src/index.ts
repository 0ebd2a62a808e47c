export { startQueue, type QueueOptions, type WorkerQueue } from "./queue.ts";
export { usualPace, type Pace } from "./queues.ts";
