import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";

export const Plan = z.object({
  url: z.string(),
  seconds: z.number(),
  connections: z.number(),
  /** null: as many as are answered. */
  perSecond: z.number().nullable(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
});
export type Plan = z.output<typeof Plan>;

const Figures = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number(), failed: z.number() });
/** Latencies in milliseconds. */
export type LoadFigures = z.output<typeof Figures>;

/** Runs the plan in a process of its own. Throws where an answer had another status than the plan says. */
export async function load(plan: Plan): Promise<LoadFigures> {
  const generator = fileURLToPath(new URL("./generator.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [generator, JSON.stringify(plan)]);
  const figures = Figures.parse(JSON.parse(stdout));
  if (figures.failed > 0)
    throw new Error(`${figures.failed} requests of ${plan.url} were not answered with ${plan.status}`);
  return figures;
}
