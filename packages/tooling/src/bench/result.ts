import type { Measured } from "./measure.ts";

/** What one bench found: the goal it measures against, and the figures. */
export interface BenchResult {
  readonly goal: string;
  readonly title: string;
  readonly rows: readonly BenchRow[];
  readonly notes: readonly string[];
}

export interface BenchRow {
  readonly what: string;
  readonly floor: string;
  readonly peers: string;
  readonly ours: string;
  readonly ratio: string;
  /** null where the row belongs to no goal. */
  readonly met: { readonly limit: string; readonly holds: boolean } | null;
}

export interface Bench {
  readonly goal: string;
  readonly run: () => Promise<BenchResult>;
}

/** A row from one measurement. `limit` is the most that ours may take, as a multiple of the floor. */
export function rowAgainstFloor(what: string, measured: readonly Measured[], limit: number | null): BenchRow {
  const floor = measured.find((one) => one.role === "floor");
  const ours = measured.find((one) => one.role === "ours");
  const ratio = (ours?.milliseconds ?? Number.NaN) / (floor?.milliseconds ?? Number.NaN);
  return {
    what,
    floor: floor ? `${floor.name} ${duration(floor.milliseconds)}` : "",
    peers: measured
      .filter((one) => one.role === "peer")
      .map((peer) => `${peer.name} ${duration(peer.milliseconds)}`)
      .join(", "),
    ours: duration(ours?.milliseconds ?? Number.NaN),
    ratio: `${ratio.toFixed(2)}×`,
    met: limit === null ? null : { limit: `≤ ${limit}×`, holds: ratio <= limit },
  };
}

export function duration(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return "not measured";
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
}

export function resultTable(result: BenchResult): string {
  const header = "| what | floor | peers | ours | ours to floor | goal |\n|---|---|---|---|---|---|";
  const rows = result.rows.map((row) => {
    const goal = row.met ? `${row.met.limit} ${row.met.holds ? "met" : "**missed**"}` : "";
    return `| ${[row.what, row.floor, row.peers, row.ours, row.ratio, goal].join(" | ")} |`;
  });
  return [`### ${result.goal} ${result.title}`, "", header, ...rows, "", ...result.notes]
    .join("\n")
    .trimEnd();
}
