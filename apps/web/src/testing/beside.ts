/** What the pages ask besides the figures, for the three products of the example and a year that ends with its period. */
import type { Need } from "@headwater/contract/needs";
import type { RatioRow, Summary, Trend } from "@headwater/contract/ratios";
import { accesses } from "@headwater/domain/organization";
import type { api, server } from "../server.ts";

type Answer<Name extends keyof typeof server> = Awaited<ReturnType<(typeof server)[Name]>>;
type Self = Awaited<ReturnType<typeof api.people.self.query>>;

const MONTHS = 12;

/** The owner, who may do everything. */
export const owner: Self = { person: null, may: [...accesses] };

export const noDemo: Answer<"demo"> = { demo: null };

export const savedViews: Answer<"views"> = {
  items: [{ page: "projects", name: "Most used", search: "?sort=usage" }],
};

/** One that leads to an import and one that leads to a setting. */
export const needs: readonly Need[] = [
  { kind: "stale-sources", count: 2, day: "2026-10-02", product: null, year: null, usageShare: null },
  { kind: "missing-target", count: 1, day: null, product: null, year: 2026, usageShare: null },
];

/** Half a year in which coverage grew to that of the summary. */
export function trendOf(summary: Summary): Trend {
  const points = Array.from({ length: 6 }, (_, place) => ({
    start: `2025-${String(place + 1).padStart(2, "0")}-19`,
    end: `2026-${String(place + 1).padStart(2, "0")}-19`,
    giveBack: summary.giveBack,
    giveBackOfTarget: summary.giveBackOfTarget,
    giveBackOfTargetUnknown: summary.giveBackOfTargetUnknown,
    coverage: summary.coverage === null ? null : (summary.coverage * (place + 1)) / 6,
    coverageUnknown: summary.coverageUnknown,
    alignment: summary.alignment,
    alignmentUnknown: summary.alignmentUnknown,
    monthsBehind: summary.monthsBehind,
    monthsBehindUnknown: summary.monthsBehindUnknown,
  }));
  return {
    currency: summary.currency,
    before: points[0] ?? null,
    yearBefore: points[0] ?? null,
    points,
    definitionVersion: summary.definitionVersion,
  };
}

/** Whatever is used is in the first products; of the last one nothing is known. */
export function presenceOf(rows: readonly RatioRow[]): Answer<"presence"> {
  const team = { team: "platform", teamName: "Platform" };
  return {
    products: [
      { product: "payments", name: "Payments", tier: 1, ...team },
      { product: "portal", name: "Portal", tier: 2, ...team },
      { product: "tools", name: "Tools", tier: 3, team: null, teamName: null },
    ],
    items: rows
      .filter(({ beyondInventory }) => !beyondInventory)
      .map(({ id, reach }) => ({ id, marks: (reach ?? 0) > 0.5 ? "11?" : "10?", ecosystems: ["npm"] })),
    absent: "00?",
  };
}

/** All that a project got, in the last month. */
export function givingMonthsOf(rows: readonly RatioRow[]): Answer<"givingMonths"> {
  return {
    currency: "USD",
    months: months(),
    items: rows
      .filter(({ giveBack }) => Number(giveBack) > 0)
      .map(({ id, giveBack }) => ({
        id,
        giveBack: months().map((_, place) => (place === MONTHS - 1 ? (giveBack ?? "0") : "0")),
        estimated: false,
        estimatedTime: false,
      })),
  };
}

/** The same use in each month. */
export function usageMonthsOf(rows: readonly RatioRow[]): Answer<"usageMonths"> {
  return {
    months: months(),
    items: rows.map(({ id, usageShare }) => ({ id, usageShare: months().map(() => usageShare) })),
  };
}

/** December 2025 to November 2026. */
function months(): string[] {
  return Array.from({ length: MONTHS }, (_, place) =>
    place === 0 ? "2025-12" : `2026-${String(place).padStart(2, "0")}`,
  );
}
