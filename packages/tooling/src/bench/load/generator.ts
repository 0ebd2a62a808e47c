import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../measure.ts";
import { Plan } from "./plan.ts";
import type { LoadFigures } from "./plan.ts";

// A process of its own, so that what asks takes no time from what answers. The plan comes as the only argument.
const plan = Plan.parse(JSON.parse(process.argv[2] ?? "{}"));
const agent = new Agent({ keepAlive: true, maxSockets: plan.connections });
const LONGEST_WAIT = 3_000;
const latencies: number[] = [];
let failed = 0;

await (plan.perSecond === null ? asFastAsAnswered() : atRate(plan.perSecond));
const figures: LoadFigures = {
  perSecond: latencies.length / plan.seconds,
  p50: percentile(latencies, 0.5),
  p99: percentile(latencies, 0.99),
  failed,
};
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0));

/** Every connection asks again as soon as it is answered. */
async function asFastAsAnswered(): Promise<void> {
  const until = performance.now() + plan.seconds * 1000;
  await Promise.all(
    Array.from({ length: plan.connections }, async () => {
      while (performance.now() < until) await once(performance.now());
    }),
  );
}

/** So many a second whether answered or not; a latency counts from when the request was due, so that a standstill is seen whole. */
async function atRate(perSecond: number): Promise<void> {
  const started = performance.now();
  const total = Math.round(perSecond * plan.seconds);
  const open: Promise<void>[] = [];
  await new Promise<void>((done) => {
    const tick = (): void => {
      const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond));
      while (open.length < due) open.push(once(started + ((open.length + 1) * 1000) / perSecond));
      if (open.length < total) setTimeout(tick, 1);
      else done();
    };
    tick();
  });
  await Promise.race([Promise.all(open), pause(LONGEST_WAIT)]);
  // What is still unanswered took at least as long as it has waited until now.
  const now = performance.now();
  for (let place = latencies.length + failed; place < total; place += 1)
    latencies.push(now - started - ((place + 1) * 1000) / perSecond);
}

function once(due: number): Promise<void> {
  return new Promise((resolve) => {
    const asked = request(plan.url, { agent, headers: plan.headers }, (response) => {
      response.resume();
      response.on("end", () => {
        if (response.statusCode === plan.status) latencies.push(performance.now() - due);
        else failed += 1;
        resolve();
      });
    });
    asked.on("error", () => {
      failed += 1;
      resolve();
    });
    asked.end();
  });
}
