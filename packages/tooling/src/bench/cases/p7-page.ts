import { spawn } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { toolEnvironment } from "../../repository/env.ts";
import { repositoryRoot } from "../../repository/root.ts";
import { duration } from "../result.ts";
import type { Bench, BenchResult, BenchRow } from "../result.ts";

const MOST_BYTES = 90_000;
const MOST_TIMES_BARE = 2.2;
const MOST_BLOCKED = 250;
const LEAST_FRAMES = 55;

/** What apps/web/src/testing/page-bench prints. */
const Measured = z.object({
  signInBytes: z.number(),
  homeBytes: z.number(),
  projectsBytes: z.number(),
  bareUsable: z.number(),
  usable: z.number(),
  blocked: z.number(),
  framesPerSecond: z.number(),
});

/** The pages in Chromium. The floor is a bare Solid table over the same answers. */
export const p7Page: Bench = { goal: "P7", run };

async function run(): Promise<BenchResult> {
  const measured = Measured.parse(JSON.parse(await measure()));
  const ratio = measured.usable / measured.bareUsable;
  const rows: BenchRow[] = [
    bytesRow("script of the sign-in, gzip", measured.signInBytes),
    bytesRow("script of Home, gzip", measured.homeBytes),
    bytesRow("script of the table of projects, gzip", measured.projectsBytes),
    {
      what: "table of projects can be used, processor 4× slower",
      floor: `bare Solid table ${duration(measured.bareUsable)}`,
      peers: "",
      ours: duration(measured.usable),
      ratio: `${ratio.toFixed(2)}×`,
      met: { limit: `≤ ${MOST_TIMES_BARE}×`, holds: ratio <= MOST_TIMES_BARE },
    },
    {
      what: "blocked until then and 1.5 s on, processor 4× slower",
      floor: "",
      peers: "",
      ours: duration(measured.blocked),
      ratio: "",
      met: { limit: `≤ ${MOST_BLOCKED} ms`, holds: measured.blocked <= MOST_BLOCKED },
    },
    {
      what: "scroll of 10,000 projects",
      floor: "",
      peers: "",
      ours: `${measured.framesPerSecond.toFixed(1)} frames/s`,
      ratio: "",
      met: { limit: `≥ ${LEAST_FRAMES} frames/s`, holds: measured.framesPerSecond >= LEAST_FRAMES },
    },
  ];
  const note =
    "A page can be used when its rows stand there and no task longer than 50 ms runs any more; each round opens it in a browser that has nothing of it yet, medians of 7. Chromium draws without a graphics card here.";
  return { goal: "P7", title: "Pages", rows, notes: [note] };
}

function bytesRow(what: string, bytes: number): BenchRow {
  return {
    what,
    floor: "",
    peers: "",
    ours: `${(bytes / 1000).toFixed(1)} KB`,
    ratio: "",
    met: { limit: `≤ ${MOST_BYTES / 1000} KB`, holds: bytes <= MOST_BYTES },
  };
}

/** The last line that the measuring program prints. Rejects with what it said where it fails. */
function measure(): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = join(repositoryRoot, "apps/web/src/testing/page-bench/run.ts");
    const child = spawn(process.execPath, [program], {
      cwd: join(repositoryRoot, "apps/web"),
      env: { ...toolEnvironment(), NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve(said.trim().split("\n").at(-1) ?? "");
      else reject(new Error(`the pages could not be measured (exit ${code ?? "by signal"})`));
    });
  });
}
