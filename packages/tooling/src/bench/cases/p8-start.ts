import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "../../server/ask.ts";
import { lendDatabase } from "../../server/database.ts";
import { freePort, startServer } from "../../server/start.ts";
import type { ServerOptions } from "../../server/start.ts";
import { withFolder } from "../../server/temporary.ts";
import { median } from "../measure.ts";
import { duration } from "../result.ts";
import type { Bench, BenchResult, BenchRow } from "../result.ts";

const ROUNDS = 7;
const MOST_TIMES_BARE = 3.5;
const MOST_SECOND_START = 5_000;
const MOST_IDLE_MEGABYTES = 80;
const IDLE_AFTER = 8_000;
const LONGEST_START = 30_000;

/** From nothing to the first answer, and what the server holds when nobody asks. The floor is `node -e` with nothing to do. */
export const p8Start: Bench = { goal: "P8", run };

async function run(): Promise<BenchResult> {
  return await withFolder(async (folder) => {
    const lent = await lendDatabase(`${folder}/lent`);
    try {
      const port = await freePort();
      const onServer = { dataFolder: `${folder}/data`, port, databaseUrl: lent.url };
      await timedStart(onServer);
      const bare: number[] = [];
      const ours: Start[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        bare.push(await bareStart());
        ours.push(await timedStart(onServer));
      }
      const own = { dataFolder: `${folder}/own`, port };
      await timedStart(own);
      const second: Start[] = [];
      for (let round = 0; round < 3; round += 1) second.push(await timedStart(own));
      return result(median(bare), medianStart(ours), medianStart(second), await idle(onServer));
    } finally {
      await lent.stop();
    }
  });
}

function medianStart(starts: readonly Start[]): Start {
  return {
    answered: median(starts.map((start) => start.answered)),
    ready: median(starts.map((start) => start.ready)),
  };
}

function result(bare: number, ours: Start, second: Start, memory: Memory): BenchResult {
  const floor = `node -e ${duration(bare)}`;
  const ratio = ours.answered / bare;
  const rows: BenchRow[] = [
    {
      what: "first answer, database running",
      floor,
      peers: "",
      ours: duration(ours.answered),
      ratio: `${ratio.toFixed(2)}×`,
      met: { limit: `≤ ${MOST_TIMES_BARE}×`, holds: ratio <= MOST_TIMES_BARE },
    },
    {
      what: "ready, database running",
      floor,
      peers: "",
      ours: duration(ours.ready),
      ratio: `${(ours.ready / bare).toFixed(2)}×`,
      met: null,
    },
    {
      what: "ready at a second start, with its own database",
      floor,
      peers: "",
      ours: duration(second.ready),
      ratio: `${(second.ready / bare).toFixed(2)}×`,
      met: { limit: `≤ ${MOST_SECOND_START / 1000} s`, holds: second.ready <= MOST_SECOND_START },
    },
    {
      what: `resident ${IDLE_AFTER / 1000} s after the start, without the database`,
      floor: `node ${memory.bare.toFixed(0)} MB`,
      peers: "",
      ours: `${memory.ours.toFixed(0)} MB`,
      ratio: `${(memory.ours / memory.bare).toFixed(2)}×`,
      met: { limit: `≤ ${MOST_IDLE_MEGABYTES} MB`, holds: memory.ours <= MOST_IDLE_MEGABYTES },
    },
  ];
  const note = `The first answer is that of /health/live, asked every millisecond; until the server is ready, all else is answered 503. Of the resident memory ${memory.oursPrivate.toFixed(0)} MB are the server's own pages, the rest is Node's binary and libraries.`;
  return { goal: "P8", title: "Start and memory", rows, notes: [note] };
}

interface Start {
  /** Milliseconds from the start of the process to the end of its first answer, that it lives. */
  readonly answered: number;
  /** Until it said that everything is ready. */
  readonly ready: number;
}

async function timedStart(options: ServerOptions): Promise<Start> {
  const started = performance.now();
  const [server, answered] = await Promise.all([startServer(options), firstAnswer(options.port, started)]);
  await server.stop();
  return { answered, ready: server.readyAfter };
}

/** Asks until it is answered. */
async function firstAnswer(port: number, started: number): Promise<number> {
  while (performance.now() - started < LONGEST_START) {
    const answer = await ask(`http://127.0.0.1:${port}/health/live`).catch(() => null);
    if (answer?.status === 200) return performance.now() - started;
    await pause(1);
  }
  throw new Error("the server did not answer");
}

async function bareStart(): Promise<number> {
  const started = performance.now();
  await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["-e", "process.stdout.write('ready')"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    child.on("error", reject);
    child.stdout.once("data", resolve);
  });
  return performance.now() - started;
}

interface Memory {
  readonly bare: number;
  readonly ours: number;
  readonly oursPrivate: number;
}

async function idle(options: ServerOptions): Promise<Memory> {
  const server = await startServer(options);
  const bare = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  try {
    await ask(`${server.url}/health/ready`);
    await pause(IDLE_AFTER);
    const ours = residentMegabytes(server.process.pid);
    return { bare: residentMegabytes(bare.pid).all, ours: ours.all, oursPrivate: ours.own };
  } finally {
    bare.kill();
    await server.stop();
  }
}

/** proc(5), kB. Not a number where there is no /proc. */
function residentMegabytes(pid: number | undefined): { all: number; own: number } {
  const text = process.platform === "linux" ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
  const of = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? Number.NaN) / 1024;
  return { all: of("VmRSS"), own: of("RssAnon") };
}
