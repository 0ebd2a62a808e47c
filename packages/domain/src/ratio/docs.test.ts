import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { snapshotEras, usageOver, type UsageInput, type UsageOver } from "../attribution/index.ts";
import { known, type Known } from "../known/index.ts";
import type { Period } from "../period/index.ts";
import { day } from "../testing/day.ts";
import { drawnInventory, drawnProject, type DrawnSource } from "../testing/drawn-product.ts";
import { productUsage, sourceGraphOf, type ProductUsage } from "../usage/index.ts";
import { ratiosOf, type ProjectGiving, type RatioRow } from "./index.ts";

describe.each(["attribution.md", "ratios.md"])("the worked examples of docs/how/%s", (page) => {
  const examples = examplesOf(page);

  test("are there", () => {
    expect(examples.length).toBeGreaterThan(1);
  });

  test.each(examples)("$title", (example) => {
    if ("snapshots" in example) expectUsageOverTime(example);
    else if ("given" in example) expectRatios(example);
    else expectUsage(example);
  });
});

interface DrawnProduct extends DrawnSource {
  readonly points: number;
  readonly firstParty?: readonly string[];
}

interface UsageExample {
  readonly title: string;
  readonly floor: number;
  readonly products: Readonly<Record<string, DrawnProduct>>;
  readonly usageShare: Readonly<Record<string, string>>;
  readonly reach?: Readonly<Record<string, string>>;
}

interface OverTimeExample {
  readonly title: string;
  readonly period: readonly [string, string];
  readonly snapshots: readonly (DrawnSource & { readonly takenOn: string })[];
  readonly usageShare: Readonly<Record<string, string>>;
  readonly assumed: string;
}

interface RatioExample {
  readonly title: string;
  readonly floor: number;
  readonly products: Readonly<Record<string, DrawnProduct>>;
  readonly given: Readonly<
    Record<string, { readonly minutes?: number; readonly time?: string; readonly cash?: string }>
  >;
  readonly toTail?: string;
  readonly pooled: string;
  readonly target: string;
  readonly smallestGift: string;
  readonly developers: number;
  readonly projects: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly tail?: Readonly<Record<string, string>>;
  readonly company: Readonly<Record<string, string>>;
}

type Example = UsageExample | OverTimeExample | RatioExample;

function examplesOf(page: string): Example[] {
  const text = readFileSync(new URL(`../../../../docs/how/${page}`, import.meta.url), "utf8");
  return [...text.matchAll(/^```json example\n([\s\S]*?)^```$/gm)].map((match) => {
    const example: Example = JSON.parse(match[1] ?? "");
    return example;
  });
}

const year: Period = { start: day("2026-01-01"), end: day("2027-01-01") };

function expectUsage(example: UsageExample): void {
  const { shares } = usageOver(year, usageInput(example.products, example.floor));
  expect(Object.keys(example.usageShare)).toEqual([...shares.keys()]);
  for (const [project, usage] of shares) {
    expect({ project, usageShare: usage.usageShare.toFixed(4) }).toEqual({
      project,
      usageShare: example.usageShare[project],
    });
    const reach = usage.reach.toFixed(3);
    expect({ project, reach }).toEqual({
      project,
      reach: example.reach === undefined ? reach : example.reach[project],
    });
  }
}

function expectUsageOverTime({
  period: [start, end],
  snapshots,
  usageShare,
  assumed,
}: OverTimeExample): void {
  const taken = snapshots.map(({ takenOn }, n) => ({
    id: String(n),
    takenOn: day(takenOn),
    takenAt: `${takenOn}T12:00:00Z`,
  }));
  const eras = snapshotEras({
    sources: [{ snapshots: taken, retiredOn: null }],
    inUseSince: null,
    retiredOn: null,
  }).map((era) => ({
    ...era,
    ...usageOf(snapshots[Number(era.snapshotIds[0])] ?? { direct: {} }, [], 0),
  }));
  const over = usageOver(
    { start: day(start), end: day(end) },
    {
      products: [{ productId: "p", points: 1, eras }],
      rows: eras.flatMap((era) =>
        era.rows.map((row) => ({ ...row, ...era, mass: row.mass, productId: "p", projectId: row.project })),
      ),
      controlled: new Set(),
    },
  );
  expect(printedShares(over)).toEqual(usageShare);
  expect(printed(over.assumedUsage, 4)).toBe(assumed);
}

function expectRatios(example: RatioExample): void {
  const { rows, tail, summary } = ratiosOf({
    period: year,
    usage: usageOver(year, usageInput(example.products, example.floor)).shares,
    giving: Object.entries(example.given).map(([projectId, given]): ProjectGiving<string> => ({
      projectId,
      minutes: given.minutes ?? 0,
      timeMinor: minor(given.time ?? "0.00"),
      cashMinor: minor(given.cash ?? "0.00"),
      inKindMinor: 0n,
      valuedRows: 1,
      unknownRows: 0,
    })),
    toTail: { cashMinor: minor(example.toTail ?? "0.00"), inKindMinor: 0n, unknownRows: 0 },
    pooled: { cashMinor: minor(example.pooled), inKindMinor: 0n, unknownRows: 0 },
    target: known(minor(example.target)),
    smallestGiftMinor: minor(example.smallestGift),
    controlled: new Set(),
    byBasis: { logged: nothing, imported: nothing, estimated: nothing },
    pledge: { eligibleCashMinor: eligibleCash(example), developers: known(example.developers) },
  });
  expect(Object.fromEntries(rows.map((row) => [row.projectId, printedRow(row)]))).toEqual(example.projects);
  const printedTail = {
    fairShare: printedMinor(tail.fairShareMinor),
    giveBack: printedMinor(known(tail.giveBackMinor)),
    gap: printedMinor(tail.gapMinor),
  };
  expect(printedTail).toEqual(example.tail ?? { fairShare: "0.00", giveBack: "0.00", gap: "0.00" });
  const concentration = summary.concentration.known
    ? summary.concentration.value
    : { hhi: NaN, gini: NaN, top5: NaN };
  expect({
    giveBack: printedMinor(known(summary.giveBackMinor)),
    giveBackOfTarget: percent(summary.giveBackOfTarget),
    coverage: percent(summary.coverage),
    alignment: percent(summary.alignment),
    gap: printedMinor(summary.gapMinor),
    monthsBehind: printed(summary.monthsBehind, 1),
    hhi: concentration.hhi.toFixed(3),
    gini: concentration.gini.toFixed(2),
    top5: concentration.top5.toFixed(2),
    pledgePerDeveloper: printedMinor(summary.pledge.perDeveloperMinor),
  }).toEqual(example.company);
}

const nothing = { minutes: 0, giveBackMinor: 0n };

function usageInput(
  products: Readonly<Record<string, DrawnProduct>>,
  floor: number,
): UsageInput<string, string> {
  const used = Object.entries(products).map(([productId, product]) => ({
    productId,
    product,
    usage: usageOf(product, product.firstParty ?? [], floor),
  }));
  return {
    products: used.map(({ productId, product, usage }) => ({
      productId,
      points: product.points,
      eras: [{ start: null, end: null, kept: usage.kept, assumed: false }],
    })),
    rows: used.flatMap(({ productId, usage }) =>
      usage.rows.map(({ project, mass, runtime }) => ({
        productId,
        projectId: project,
        start: null,
        end: null,
        mass,
        runtime,
      })),
    ),
    controlled: new Set(),
  };
}

function usageOf(source: DrawnSource, firstParty: readonly string[], floor: number): ProductUsage<string> {
  const projectOf = (key: string): string =>
    firstParty.includes(drawnProject(key)) ? "first-party" : drawnProject(key);
  return productUsage([sourceGraphOf(drawnInventory(source))], projectOf, floor);
}

/** All cash of the example is eligible: what went to projects, to the tail and to the foundation. */
function eligibleCash({ given, pooled, toTail = "0.00" }: RatioExample): bigint {
  return Object.values(given).reduce(
    (sum, { cash = "0.00" }) => sum + minor(cash),
    minor(pooled) + minor(toTail),
  );
}

function printedShares({ shares }: UsageOver<string, string>): Record<string, string> {
  return Object.fromEntries([...shares].map(([project, { usageShare }]) => [project, usageShare.toFixed(4)]));
}

function printedRow(row: RatioRow<string>): Record<string, string> {
  return {
    usageShare: row.usageShare.toFixed(4),
    giveBackShare: printed(row.giveBackShare, 4),
    ratio: printed(row.ratio, 2),
    fairShare: printedMinor(row.fairShareMinor),
    fairShareMet: printed(row.fairShareMet, 3),
    gap: printedMinor(row.gapMinor),
  };
}

function printed(figure: Known<number>, digits: number): string {
  return figure.known ? figure.value.toFixed(digits) : figure.reason;
}

function percent(figure: Known<number>): string {
  return figure.known ? `${(figure.value * 100).toFixed(1)} %` : figure.reason;
}

function printedMinor(figure: Known<bigint>): string {
  if (!figure.known) return figure.reason;
  const digits = String(figure.value).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `18095.24` in minor units. */
function minor(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}
