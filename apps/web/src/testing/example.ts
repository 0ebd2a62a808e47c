/** The worked example (floor off) as the machine interface says it, and a list of ten thousand projects. */

interface Item {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly usageShare: number;
  readonly reach: number;
  readonly minutes: number;
  readonly timeValue: unknown;
  readonly cash: unknown;
  readonly inKind: unknown;
  readonly giveBack: unknown;
  readonly giveBackShare: number;
  readonly ratio: number;
  readonly fairShare: unknown;
  readonly fairShareMet: number;
  readonly gap: unknown;
  readonly tail: boolean;
  readonly provisional: boolean;
  readonly channels: readonly string[];
}

const TARGET = 80_000;
const GIVEN = 20_700;

const usd = (amount: number) => ({ amount: amount.toFixed(2), currency: "USD" });

function project(
  name: string,
  slug: string,
  usageShare: number,
  reach: number,
  hours: number,
  cash: number,
  more: { provisional?: boolean; channels?: number } = {},
): Item {
  const fairShare = TARGET * usageShare;
  const giveBack = hours * 110 + cash;
  return {
    id: `prj_${name.toLowerCase().replaceAll(/\W+/g, "")}`,
    project: slug,
    name,
    usageShare,
    reach,
    minutes: hours * 60,
    timeValue: usd(hours * 110),
    cash: usd(cash),
    inKind: usd(0),
    giveBack: usd(giveBack),
    giveBackShare: giveBack / GIVEN,
    ratio: giveBack / GIVEN / usageShare,
    fairShare: usd(fairShare),
    fairShareMet: giveBack / fairShare,
    gap: usd(Math.max(0, fairShare - giveBack)),
    tail: false,
    provisional: more.provisional ?? false,
    channels: Array.from({ length: more.channels ?? 0 }, (_, index) => `https://example.org/fund/${index}`),
  };
}

/** Products Payments, Portal and Tools; given to A, C and E; B and D get nothing. */
export const workedExample: readonly Item[] = [
  project("Dovetail", "github.com/dovetail/dovetail", 25 / 252 + 0.26984, 1, 0, 0, { channels: 1 }),
  project("Birch", "github.com/birch-js/birch", 0.22619, 0.5714, 0, 0, { channels: 2 }),
  project("Cairn", "github.com/cairn/cairn", 0.14286, 0.4286, 0, 2000, { channels: 1 }),
  project("@esker/test-runner", "pkg-npm-esker-test-runner", 0.06349, 0.5714, 0, 500, { provisional: true }),
  project("Alder", "github.com/alder/alder", 0.19841, 0.8571, 120, 5000, { channels: 3 }),
].toSorted((a, b) => Number(gapOf(b)) - Number(gapOf(a)));

export const exampleSummary = {
  period: { start: "2025-11-19", end: "2026-11-19", timeZone: "Europe/Warsaw" },
  asOf: "2026-11-18T09:00:00Z",
  target: usd(TARGET),
  giveBack: usd(GIVEN),
  time: usd(13_200),
  cash: usd(7500),
  inKind: usd(0),
  pooled: usd(10_000),
  unknownRows: 0,
  giveBackOfTarget: 0.38375,
  coverage: 0.405,
  alignment: 0.319,
  monthsBehind: 9.244,
  concentration: { hhi: 0.783, gini: 0.74, top5: 1 },
  tail: { projects: 0, usageShare: 0, fairShare: usd(0), giveBack: usd(0), gap: usd(0) },
  confidence: {
    seenProducts: 1,
    confirmedUsage: 0.9365,
    assumedUsage: 0.12,
    loggedHours: 1,
    linkedPeople: null,
    linkedPeopleUnknown: "no-people",
  },
  definitionVersion: "1",
};

/** Without a target or a rate: what a first import looks like before anything is set. */
export const withoutTarget = workedExample.map((item) => ({
  ...item,
  fairShare: null,
  fairShareUnknown: "no-target",
  fairShareMet: null,
  fairShareMetUnknown: "no-target",
  gap: null,
  gapUnknown: "no-target",
}));

export const summaryWithoutTarget = {
  ...exampleSummary,
  target: null,
  targetUnknown: "no-target",
  giveBackOfTarget: null,
  giveBackOfTargetUnknown: "no-target",
  coverage: null,
  coverageUnknown: "no-target",
  monthsBehind: null,
  monthsBehindUnknown: "no-target",
  confidence: { ...exampleSummary.confidence, confirmedUsage: 0.41, seenProducts: 0.5 },
};

/** Ten thousand projects whose usage falls like a power law, each third one given something; ordered by gap. */
export function manyProjects(length = 10_000): readonly Item[] {
  const weights = Array.from({ length }, (_, rank) => 1 / (rank + 3) ** 0.9);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights
    .map((weight, rank) => {
      const name = rank % 7 === 0 ? `@scope-${rank % 90}/library-${rank}` : `library-${rank}`;
      const hours = rank % 3 === 0 ? (rank * 7) % 24 : 0;
      return project(
        name,
        `github.com/maker-${rank % 400}/library-${rank}`,
        weight / sum,
        Math.max(0.04, 1 - rank / length),
        hours,
        rank % 9 === 0 ? 250 : 0,
        { provisional: rank % 11 === 0, channels: rank % 4 },
      );
    })
    .toSorted((a, b) => Number(gapOf(b)) - Number(gapOf(a)));
}

function gapOf(item: Item): string {
  const { gap } = item;
  return typeof gap === "object" && gap !== null && "amount" in gap ? String(gap.amount) : "0";
}
