import { generateCycloneDx, sizesOfGoal } from "@headwater/ingest/testing";
import { ask, askWell } from "../../server/ask.ts";
import { apiKey, freePort, startServer } from "../../server/start.ts";
import { withFolder } from "../../server/temporary.ts";
import { generatedPortfolio } from "../generated-portfolio.ts";
import { load } from "../load/plan.ts";
import type { LoadFigures, Plan } from "../load/plan.ts";
import { startBare } from "../load/start-bare.ts";
import { median } from "../measure.ts";
import { duration } from "../result.ts";
import type { Bench, BenchResult, BenchRow } from "../result.ts";

const ROUNDS = 3;
const SECONDS = 1;
const CONNECTIONS = 16;
const LEAST_TRPC = 0.3;
const LEAST_HOT = 0.6;
const RATE = 1_000;
const MOST_P99 = 25;
const MOST_P99_RISE = 2;
/** During ingest a rate that leaves both cores time, so that waiting and not a full machine is measured. */
const QUIET_RATE = 100;
const PRODUCTS = 20;

/** The answers that many ask for, against servers that answer a constant of the same size. */
export const p6Api: Bench = { goal: "P6", run };

async function run(): Promise<BenchResult> {
  return await withFolder(async (dataFolder) => {
    const server = await startServer({ dataFolder, port: await freePort() });
    try {
      for (const one of generatedPortfolio(PRODUCTS)) await upload(server.url, one.name, one.revision(0));
      const page = `${server.url}/api/trpc/ratios.read?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { period: "ttm", limit: 50 } }))}`;
      const rows = [
        await against("node", "tRPC page of 50 projects, kept bytes", plan(page), LEAST_TRPC),
        await against("node", "tRPC page of 50 projects, from figures in memory", madeAnew(page), LEAST_TRPC),
        await against(
          "hono",
          "GET /summary, kept bytes",
          plan(`${server.url}/api/v1/summary?period=ttm`),
          LEAST_HOT,
        ),
        await against(
          "hono",
          "GET /ratios of 50, kept bytes",
          plan(`${server.url}/api/v1/ratios?period=ttm&limit=50`),
          LEAST_HOT,
        ),
        await unchanged(`${server.url}/api/v1/summary?period=ttm`),
        await atRate("GET /summary", plan(`${server.url}/api/v1/summary?period=ttm`)),
        await whileIngesting(server.url, plan(`${server.url}/api/v1/summary?period=ttm`)),
        // Last: what a server cannot keep up with still occupies it after the asker has gone.
        await atRate("tRPC page", plan(page)),
      ];
      const note = `${CONNECTIONS} connections kept alive over loopback, asked by a process of its own; ${ROUNDS} interleaved rounds of ${SECONDS} s. A bare server answers a constant of as many bytes. Latencies at a rate count from when the request was due.`;
      return { goal: "P6", title: "API", rows, notes: [note] };
    } finally {
      await server.stop();
    }
  });
}

function plan(url: string): Plan {
  return {
    url,
    seconds: SECONDS,
    connections: CONNECTIONS,
    perSecond: null,
    status: 200,
    headers: { Authorization: `Bearer ${apiKey}` },
  };
}

/** Bytes are kept for who asks for no stream of lines; whoever names any kind of answer gets the same one, made anew. */
function madeAnew(url: string): Plan {
  const asked = plan(url);
  return { ...asked, headers: { ...asked.headers, "trpc-accept": "application/json" } };
}

async function against(kind: "node" | "hono", what: string, ours: Plan, least: number): Promise<BenchRow> {
  const answer = await askWell(ours.url);
  const bare = await startBare(kind, Buffer.byteLength(answer));
  const [floorRates, rates]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const floor = await load({ ...ours, url: bare.url });
      const figures = await load(ours);
      if (round === 0) continue;
      floorRates.push(floor.perSecond);
      rates.push(figures.perSecond);
    }
  } finally {
    await bare.stop();
  }
  const ratio = median(rates) / median(floorRates);
  const name = kind === "node" ? "node:http" : "Hono";
  return {
    what: `${what}, ${(Buffer.byteLength(answer) / 1000).toFixed(1)} kB`,
    floor: `${name} ${perSecond(floorRates)}`,
    peers: "",
    ours: perSecond(rates),
    ratio: `${ratio.toFixed(2)}×`,
    met: { limit: `≥ ${least}×`, holds: ratio >= least },
  };
}

/** What a client that has the answer already gets: 304 without a body. */
async function unchanged(url: string): Promise<BenchRow> {
  const asked = plan(url);
  const headers = { ...asked.headers, "If-None-Match": await etagOf(url) };
  const figures = await load({ ...asked, status: 304, headers });
  return {
    what: "GET /summary with If-None-Match",
    floor: "",
    peers: "",
    ours: perSecond([figures.perSecond]),
    ratio: "",
    met: null,
  };
}

async function etagOf(url: string): Promise<string> {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${apiKey}` } });
  await response.arrayBuffer();
  return response.headers.get("etag") ?? "";
}

async function atRate(what: string, asked: Plan): Promise<BenchRow> {
  const figures = await load({ ...asked, seconds: 5, connections: 64, perSecond: RATE });
  return {
    what: `${what} at ${RATE.toLocaleString("en")} requests/s`,
    floor: "",
    peers: "",
    ours: latencies(figures),
    ratio: "",
    met: { limit: `p99 ≤ ${MOST_P99} ms`, holds: figures.p99 <= MOST_P99 },
  };
}

/** Counts only where the quiet server is quick: one that is overwhelmed cannot become much slower. The same asked on a quiet server and while a large SBOM is read and brought into force. */
async function whileIngesting(url: string, hot: Plan): Promise<BenchRow> {
  const size = sizesOfGoal[2];
  const text = generateCycloneDx(size);
  const asked: Plan = { ...hot, seconds: 6, perSecond: QUIET_RATE };
  const idle = await load(asked);
  const [busy] = await Promise.all([load(asked), upload(url, "large", text)]);
  const rise = busy.p99 / idle.p99;
  return {
    what: `GET /summary at ${QUIET_RATE} requests/s while ${size.name} are ingested`,
    floor: `idle ${latencies(idle)}`,
    peers: "",
    ours: latencies(busy),
    ratio: `${rise.toFixed(2)}×`,
    met: { limit: `p99 ≤ ${MOST_P99_RISE}×`, holds: rise <= MOST_P99_RISE && idle.p99 <= MOST_P99 },
  };
}

async function upload(url: string, product: string, body: string): Promise<void> {
  const { status, body: answer } = await ask(
    `${url}/api/v1/sboms?product=${product}&source=bom.json&create=true&wait=true`,
    { method: "POST", body },
  );
  if (status !== 200) throw new Error(`${product}: ${status} ${answer.slice(0, 300)}`);
}

function perSecond(rates: readonly number[]): string {
  return `${Math.round(median(rates)).toLocaleString("en")}/s`;
}

function latencies({ p50, p99 }: LoadFigures): string {
  return `p50 ${duration(p50)}, p99 ${duration(p99)}`;
}
