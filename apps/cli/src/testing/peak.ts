import { existsSync, readFileSync, writeSync } from "node:fs";

/** Loaded into a program that is being tested: says at its end on descriptor 3 how much memory it held at most, in kB. */
process.on("exit", () => void writeSync(3, String(peakKilobytes())));

/** proc(5) where there is one: what getrusage says is on Linux at least what the parent held when it started the program. */
function peakKilobytes(): number {
  const status = "/proc/self/status";
  const [, kilobytes] = existsSync(status)
    ? (/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, "utf8")) ?? [])
    : [];
  return kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes);
}
