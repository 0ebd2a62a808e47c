import { execFile } from "node:child_process";
import { readFile, readdir, readlink } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * A process as text that is never given to another one: its pid, and on Linux the boot and the tick in which it started
 * (in a container the same small pids come again at every start).
 */
export async function identityOf(pid: number): Promise<string> {
  if (process.platform !== "linux") return String(pid);
  const [boot, about] = await Promise.all([readFile("/proc/sys/kernel/random/boot_id", "utf8"), statOf(pid)]);
  return `${pid}-${about?.startedTick ?? "gone"}-${boot.trim().slice(0, 8)}`;
}

/** Whether the process of an identity still runs. A zombie does not. */
export async function isAlive(identity: string): Promise<boolean> {
  const pid = Number.parseInt(identity, 10);
  if (!(await isRunning(pid))) return false;
  return (await identityOf(pid)) === identity;
}

/**
 * Whether a pid does work. After a kill of both the app and the postmaster a slow init leaves the latter as a zombie for a second or two,
 * and to `kill(pid, 0)` a zombie looks alive.
 */
export async function isRunning(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform === "linux") {
    const about = await statOf(pid);
    return about !== null && about.state !== "Z" && about.state !== "X";
  }
  const state = await listed(pid, "stat=");
  return state !== "" && !state.startsWith("Z");
}

/** The command line, or an empty text when the process is gone. */
export async function commandLineOf(pid: number): Promise<string> {
  if (process.platform !== "linux") return listed(pid, "command=");
  return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " ").trim();
}

/**
 * PostgreSQL's processes that outlived the postmaster of a folder: they stand in it, and their parent does not.
 * Linux only, else none.
 */
export async function orphansIn(folder: string): Promise<number[]> {
  if (process.platform !== "linux") return [];
  const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)));
  const here = pids.filter((_, position) => places[position] === folder);
  const orphans: number[] = [];
  for (const pid of here) {
    const parent = (await statOf(pid))?.parent;
    const named = (await commandLineOf(pid)).startsWith("postgres:");
    if (named && parent !== undefined && !here.includes(parent)) orphans.push(pid);
  }
  return orphans;
}

async function statOf(pid: number): Promise<{ state: string; parent: number; startedTick: string } | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (text === null) return null;
  // The second field is the name in brackets and may itself hold blanks and brackets; proc(5): state is field 3, ppid 4, starttime 22.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0] ?? "X", parent: Number(fields[1]), startedTick: fields[19] ?? "" };
}

async function listed(pid: number, column: string): Promise<string> {
  return promisify(execFile)("ps", ["-o", column, "-p", String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
}
