import { setTimeout as pause } from "node:timers/promises";
import { errorCode } from "../connect/failure.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { commandLineOf, isRunning } from "./processes.ts";
import type { Cluster } from "./run.ts";

const fastShutdownMs = 60_000;

/** SIGINT is PostgreSQL's fast shutdown: sessions end, a checkpoint is written. If that hangs, SIGQUIT ends it at once; the log then recovers it. */
export async function stopPostmaster({ clusterFolder }: Cluster): Promise<void> {
  const file = await readPostmasterFile(clusterFolder);
  if (file === null || !(await commandLineOf(file.pid)).includes("postgres")) return;
  for (const [name, patienceMs] of [
    ["SIGINT", fastShutdownMs],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 10_000],
  ] as const) {
    try {
      process.kill(file.pid, name);
    } catch (error) {
      if (errorCode(error) === "ESRCH") return;
      throw error;
    }
    if (await ends(file.pid, patienceMs)) return;
  }
}

async function ends(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (!(await isRunning(pid))) return true;
    await pause(5);
  }
  return false;
}
