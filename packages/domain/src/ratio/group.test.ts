import { describe, expect, test } from "vitest";
import { known, unknown } from "../known/index.ts";
import { day } from "../testing/day.ts";
import { fairShareWord } from "./fair-share.ts";
import { groupRatio, splitByEcosystem } from "./group.ts";
import { pledgeOf } from "./pledge.ts";
import { targetOver } from "./target.ts";

describe("ratio of a team or ecosystem", () => {
  test.each([
    { name: "a quarter of the giving at half of the usage", group: [25n, 100n, 0.5, 1], ratio: known(0.5) },
    { name: "nothing given", group: [0n, 100n, 0.5, 1], ratio: known(0) },
    { name: "refunds only, which count as nothing", group: [-5n, 100n, 0.5, 1], ratio: known(0) },
    { name: "a team without products", group: [25n, 100n, 0, 1], ratio: unknown("no-usage") },
    { name: "a company that gave nothing", group: [0n, 0n, 0.5, 1], ratio: unknown("no-give-back") },
  ] as const)("$name", ({ group: [giveBackMinor, companyGiveBackMinor, usage, companyUsage], ratio }) => {
    expect(groupRatio({ giveBackMinor, companyGiveBackMinor, usage, companyUsage })).toEqual(ratio);
  });

  test("what a project got is split over its ecosystems by usage, to the last minor unit", () => {
    const uses = [
      { ecosystem: "pypi", usageShare: 0.2 },
      { ecosystem: "cargo", usageShare: 0.1 },
    ];
    expect(splitByEcosystem(100n, uses)).toEqual([
      { ecosystem: "cargo", amountMinor: 33n },
      { ecosystem: "pypi", amountMinor: 67n },
    ]);
    expect(splitByEcosystem(-100n, uses)).toEqual([
      { ecosystem: "cargo", amountMinor: -33n },
      { ecosystem: "pypi", amountMinor: -67n },
    ]);
    expect(splitByEcosystem(100n, [])).toEqual([{ ecosystem: "unassigned", amountMinor: 100n }]);
    expect(splitByEcosystem(100n, [{ ecosystem: "npm", usageShare: 0 }])).toEqual([
      { ecosystem: "unassigned", amountMinor: 100n },
    ]);
  });
});

describe("target of a period", () => {
  const year = (
    start: string,
    end: string,
    amountMinor: bigint,
  ): Parameters<typeof targetOver>[1][number] => ({
    fiscalYear: { start: day(start), end: day(end) },
    amountMinor,
  });
  const targets = [year("2024-01-01", "2025-01-01", 366_00n), year("2025-01-01", "2026-01-01", 730_00n)];
  test.each([
    { start: "2024-01-01", end: "2025-01-01", target: known(366_00n) },
    { start: "2024-12-31", end: "2025-01-02", target: known(300n) },
    { start: "2024-07-02", end: "2025-07-02", target: known(183_00n + 364_00n) },
    { start: "2025-12-31", end: "2026-01-02", target: unknown("no-target") },
    { start: "2023-12-31", end: "2024-01-02", target: unknown("no-target") },
  ])("$start to $end", ({ start, end, target }) => {
    expect(targetOver({ start: day(start), end: day(end) }, targets)).toEqual(target);
  });

  test("is rounded once, half to even", () => {
    const one = { start: day("2025-01-01"), end: day("2025-01-02") };
    expect(
      targetOver({ start: day("2024-12-31"), end: day("2025-01-02") }, [
        year("2024-01-01", "2025-01-01", 183n),
        year("2025-01-01", "2026-01-01", 730n),
      ]),
    ).toEqual(known(2n));
    expect(targetOver(one, [year("2025-01-01", "2026-01-01", 100n)])).toEqual(known(0n));
  });
});

test.each([
  [-1, "nothing"],
  [0, "nothing"],
  [0.01, "little"],
  [0.49, "little"],
  [0.5, "about our share"],
  [1.5, "about our share"],
  [1.51, "above"],
] as const)("%d of the fair share is in words: %s", (met, word) => {
  expect(fairShareWord(met)).toBe(word);
});

test.each([
  { cash: 1_750_000n, developers: known(40), each: known(43_750n) },
  { cash: 100n, developers: known(37.5), each: known(3n) },
  { cash: 100n, developers: known(0), each: unknown("no-headcount") },
  { cash: 100n, developers: unknown("no-headcount"), each: unknown("no-headcount") },
])("$cash minor units of eligible cash over $developers", ({ cash, developers, each }) => {
  expect(pledgeOf({ eligibleCashMinor: cash, developers }).perDeveloperMinor).toEqual(each);
});
