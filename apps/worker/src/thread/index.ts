export { jobsThread, type JobsThread, type JobsThreadOptions } from "./jobs.ts";
