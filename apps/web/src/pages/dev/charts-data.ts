/** The invented figures behind the examples of charts, on project names of the drawings. */
import type {
  HeatRow,
  Held,
  MatrixRow,
  PairedRow,
  StackedColumn,
  UsageMonth,
  Version,
  VersionRow,
  WeekDay,
} from "@headwater/ui/charts";

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

export const versions: readonly Version[] = ["5.2.5", "5.4.1", "5.4.5", "5.6.0", "5.6.1", "5.8.1"].map(
  (name) => ({
    name,
    affected: name.startsWith("5.6"),
  }),
);

/** From an earlier version to the one in force. */
function held(inForce: number, earlier?: number) {
  const now = { version: inForce, inForce: true };
  return earlier === undefined ? [now] : [{ version: earlier, inForce: false }, now];
}

export const products: readonly VersionRow[] = [
  { name: "Booking", held: held(2, 1) },
  { name: "Payments gateway", held: held(2, 1) },
  { name: "Carrier API", held: held(5, 2) },
  { name: "Tracking portal", held: held(5) },
  { name: "Rate engine", held: [] },
  { name: "Back office", held: null },
];

/** A week in minutes; its names are those of the days from 16 November. */
export const week: readonly Pick<WeekDay, "when" | "parts">[] = [
  {
    when: "past",
    parts: [
      { project: "curl", minutes: 75 },
      { project: "expat", minutes: 45 },
    ],
  },
  { when: "past", parts: [{ project: "sqlalchemy", minutes: 120 }] },
  {
    when: "past",
    parts: [
      { project: "netty", minutes: 45 },
      { project: "curl", minutes: 45, proposed: true },
    ],
  },
  { when: "today", parts: [] },
  { when: "ahead", parts: [] },
  { when: "ahead", parts: [] },
  { when: "ahead", parts: [] },
];

/** Hours of a team in each week of a year: none in summer, unknown before the team was there. */
function hours(seed: number, unknown: number) {
  return Array.from({ length: 52 }, (_, index) => {
    if (index < unknown) return null;
    if (index > 30 && index < 36) return 0;
    return (index * seed) % 7 < 2 ? 0 : ((index * seed * 13) % 23) / 2;
  });
}

export const teams: readonly HeatRow[] = [
  { name: "Platform", weeks: hours(3, 0) },
  { name: "Payments", weeks: hours(5, 0) },
  { name: "Warehouse", weeks: hours(4, 18) },
];

export const quarters: readonly StackedColumn[] = [
  { name: "Q4 25", values: [9_200, 6_000, 10_000] },
  { name: "Q1 26", values: [7_900, 4_100, 0] },
  { name: "Q2 26", values: [0, 0, 0] },
  { name: "Q3 26", values: [11_300, null, 0] },
  { name: "Q4 26", values: [13_700, 5_500, 6_000] },
];

export const reach: readonly MatrixRow[] = [
  { name: "openssl", cells: [{ share: 1 }, { share: 0.8 }, { share: 0.9 }, { share: 1 }] },
  { name: "react", cells: [{ share: 0.45, estimated: 0.8 }, { share: 0 }, { share: 0.2 }, { share: null }] },
  { name: "busybox", cells: [{ share: 0 }, { share: 0.02 }, { share: 0 }, { share: null }] },
];

export const reachColumns = ["Booking", "Rates", "Portal", "Back office"];

/** The days from 16 November 2026 on. */
export const weekDays = ["16", "17", "18", "19", "20", "21", "22"];
