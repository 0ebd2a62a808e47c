import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Kills (-9) the embedded database below a data folder: the postmaster and, where /proc tells them, its children. Returns how many. */
export function killDatabase(dataFolder: string): number {
  const postmaster = Number(
    readFileSync(join(dataFolder, "postgresql-18", "postmaster.pid"), "utf8").split("\n")[0],
  );
  const pids = [postmaster, ...childrenOf(postmaster)];
  return pids.filter(killed).length;
}

function killed(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    // Gone already: a child that ended between the look and the kill.
    return false;
  }
}

function childrenOf(parent: number): readonly number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === parent);
}

/** proc(5): the parent is the second field after the name in brackets, which may hold anything. */
function parentOf(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}
