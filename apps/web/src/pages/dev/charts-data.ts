/** The invented figures behind the examples of charts, on project names of the drawings. */
import type { Held, PairedRow, UsageMonth } from "@headwater/ui/charts";

export const gaps: readonly PairedRow[] = [
  { name: "openssl", fair: 13_248, given: 0, gap: 13_248 },
  { name: "sqlalchemy", fair: 9_408, given: 0, gap: 9_408 },
  { name: "react", fair: 11_712, given: 4_235, gap: 7_477, estimated: 0.3 },
  { name: "curl", fair: 6_336, given: 10_060, gap: 0 },
  { name: "busybox", fair: null, given: 0, gap: null },
];

export const shares = [0.069, 0.049, 0.061, 0.033, 0.007];

export const trend = [34, 33.4, 33.7, 36.1, 36.3, 35.8, 38, 39.2, 38.3, 39.8, 41, 42];

export const brokenTrend = [9.2, 9.3, null, null, 8.9, 8.6, 8.7, 8.6, 8.3, 8.4, 8.1, 8.0];

export const given = [20, 0, 0, 60, 80, null, 30, 30, 0, 0, 50, 10];

export const heldByEight: readonly Held[] = ["in", "in", "out", "in", "unknown", "out", "in", "unknown"];

export const heldByMany: readonly Held[] = Array.from({ length: 24 }, (_, product) => {
  if (product > 21) return "unknown";
  return product % 2 === 0 ? "in" : "out";
});

const usage = [
  0.62, 0.62, 0.63, 0.7, 0.84, 0.86, 0.88, 0.9, 0.9, 0.9, 0.95, 0.98, 1, 1, 1.02, 1.05, 1.05, 1.08, 1.08, 1.1,
  1.1, 1.1, 1.1, 1.1,
];

const gifts: Readonly<Record<number, readonly [number | null, number]>> = {
  5: [55, 1],
  12: [83, 0],
  15: [null, 0],
  17: [165, 0.6],
};

/** From December of the year before last to November. */
export const months: readonly UsageMonth[] = usage.map((share, month) => {
  const [amount, estimated] = gifts[month] ?? [0, 0];
  return { letter: "DJFMAMJJASON"[month % 12] ?? "", usage: share, given: amount, estimated };
});

export function monthOf(index: number): string {
  const since = 11 + index;
  return `${2024 + Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, "0")}`;
}
