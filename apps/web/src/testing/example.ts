/** The worked example (floor off) as the operations answer it, and a list of ten thousand projects. */
import type { RatioRow, Summary, Why } from "@headwater/contract/ratios";

const TARGET = 80_000;
const GIVEN = 20_700;
const POOLED = 10_000;

const amount = (units: number) => units.toFixed(2);

function project(
  name: string,
  slug: string,
  usageShare: number,
  reach: number,
  hours: number,
  cash: number,
  more: { provisional?: boolean; channels?: number; unknownRows?: number } = {},
): RatioRow {
  const fairShare = TARGET * usageShare;
  const giveBack = hours * 110 + cash;
  return {
    id: `prj_${name.toLowerCase().replaceAll(/\W+/g, "")}`,
    project: slug,
    name,
    usageShare,
    reach,
    minutes: hours * 60,
    timeValue: amount(hours * 110),
    cash: amount(cash),
    inKind: amount(0),
    giveBack: amount(giveBack),
    giveBackShare: giveBack / GIVEN,
    ratio: giveBack / GIVEN / usageShare,
    fairShare: amount(fairShare),
    fairShareMet: giveBack / fairShare,
    gap: amount(Math.max(0, fairShare - giveBack)),
    tail: false,
    provisional: more.provisional ?? false,
    beyondInventory: usageShare === 0,
    unknownRows: more.unknownRows ?? 0,
    channels: Array.from({ length: more.channels ?? 0 }, (_, index) => ({
      url: `https://example.org/fund/${index}`,
      platform: "other",
      source: "npm",
    })),
  };
}

/** Products Payments, Portal and Tools; given to A, C and E; B and D get nothing. */
export const workedExample: readonly RatioRow[] = [
  project("Dovetail", "github.com/dovetail/dovetail", 25 / 252 + 0.26984, 1, 0, 0, { channels: 1 }),
  project("Birch", "github.com/birch-js/birch", 0.22619, 0.5714, 0, 0, { channels: 2 }),
  project("Cairn", "github.com/cairn/cairn", 0.14286, 0.4286, 0, 2000, { channels: 1 }),
  project("@esker/test-runner", "pkg-npm-esker-test-runner", 0.06349, 0.5714, 0, 500, { provisional: true }),
  project("Alder", "github.com/alder/alder", 0.19841, 0.8571, 120, 5000, { channels: 3 }),
].toSorted(byGap);

export const exampleSummary: Summary = {
  period: { start: "2025-11-19", end: "2026-11-19", timeZone: "Europe/Warsaw" },
  asOf: "2026-11-18T09:00:00Z",
  currency: "USD",
  target: amount(TARGET),
  giveBack: amount(GIVEN + POOLED),
  time: amount(13_200),
  minutes: 7200,
  cash: amount(7500),
  inKind: amount(0),
  pooled: amount(POOLED),
  byBasis: { logged: amount(GIVEN), imported: amount(0), estimated: amount(0) },
  unknownRows: 0,
  giveBackOfTarget: 0.38375,
  coverage: 0.405,
  alignment: 0.319,
  monthsBehind: 9.244,
  gap: amount(61_627),
  concentration: { hhi: 0.783, gini: 0.74, top5: 1 },
  tail: { projects: 0, usageShare: 0, fairShare: amount(0), giveBack: amount(0), gap: amount(0) },
  pledge: { eligibleCash: amount(17_500), developers: 40, perDeveloper: amount(437.5), currency: "USD" },
  projects: 5,
  products: 3,
  mostUsed: { projects: 5, withoutGiving: 2 },
  received: 3,
  confidence: {
    seenProducts: 1,
    confirmedUsage: 0.9365,
    assumedUsage: 0.12,
    loggedHours: 1,
    linkedPeople: null,
    partial: false,
    actions: [],
  },
  notes: [],
  definitionVersion: "1",
};

/** Why Cairn's gap is what it is. */
export const whyOfExample: Why = {
  number: "gap",
  project: "github.com/cairn/cairn",
  value: "9428.57",
  formula: "The fair share less the give-back, and nothing where more was given.",
  inputs: [
    { name: "first day of the period", value: "2025-11-19", unit: "day" },
    { name: "usage share of the project", value: 0.14286, unit: null },
    { name: "minutes of the project", value: 0, unit: "minutes" },
    { name: "give-back of the project", value: "2000.00", unit: "USD" },
  ],
  unknowns: [{ what: "value of some contributions", reason: "no-rate", rows: 2 }],
  rows: {
    contributions: [],
    donations: ["don_1"],
    snapshots: ["snp_1", "snp_2"],
    targets: ["tgt_1"],
    headcounts: [],
    masses: [],
    eras: [],
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

export const summaryWithoutTarget: Summary = {
  ...exampleSummary,
  target: null,
  targetUnknown: "no-target",
  giveBackOfTarget: null,
  giveBackOfTargetUnknown: "no-target",
  coverage: null,
  coverageUnknown: "no-target",
  monthsBehind: null,
  monthsBehindUnknown: "no-target",
  gap: null,
  gapUnknown: "no-target",
  unknownRows: 3,
  confidence: {
    ...exampleSummary.confidence,
    confirmedUsage: 0.41,
    seenProducts: 0.5,
    partial: true,
    actions: [
      {
        measure: "seenProducts",
        action: "Upload the inventories of the products not seen for 30 days.",
        target: { kind: "imports", parameters: {} },
        command: "headwater push FILE --product NAME",
        call: "POST /api/v1/sboms",
      },
      {
        measure: "confirmedUsage",
        action: "Say which projects the largest unconfirmed packages belong to.",
        target: { kind: "mapping-proposals", parameters: {} },
        command: null,
        call: "PUT /api/v1/mapping-rules",
      },
    ],
  },
  notes: ["Give-back is the whole organization's: time and money are given to projects, not by products."],
};

/** A project that only unvalued rows speak of, and one that no product uses. */
export const oddProjects: readonly RatioRow[] = [
  {
    ...project("Fennel", "github.com/fennel/fennel", 0.05, 0.4, 0, 0, { unknownRows: 3 }),
    ratio: null,
    ratioUnknown: "no-valued-rows",
  },
  {
    ...project("Gorse", "github.com/gorse/gorse", 0, 0, 0, 900),
    ratio: null,
    ratioUnknown: "no-usage",
    fairShareMet: null,
    fairShareMetUnknown: "no-fair-share",
  },
];

/** Ten thousand projects whose usage falls like a power law, each third one given something; ordered by gap. */
export function manyProjects(length = 10_000): readonly RatioRow[] {
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
    .toSorted(byGap);
}

function byGap(a: RatioRow, b: RatioRow): number {
  return Number(b.gap) - Number(a.gap);
}
