import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planGifts } from "../allocation/index.ts";
import { known, type Known } from "../known/index.ts";
import { day } from "../testing/day.ts";
import { inLargestGapOrder, type RatioInput, ratiosOf, type RatioSummary, withGifts } from "./index.ts";

interface Figures {
  readonly giveBackOfTarget: string;
  readonly coverage: string;
  readonly alignment: string;
  readonly monthsBehind: string;
  readonly gap: string;
}

interface FundingExample {
  readonly budget: string;
  readonly floor: string;
  readonly cap: string;
  readonly step: string;
  readonly locked: Readonly<Record<string, string>>;
  readonly target: string;
  readonly smallestGift: string;
  readonly usage: Readonly<Record<string, string>>;
  readonly given: Readonly<
    Record<string, { readonly minutes?: number; readonly time?: string; readonly cash?: string }>
  >;
  readonly pooled: string;
  readonly lines: Readonly<
    Record<string, { readonly gap: string; readonly gift: string; readonly reason: string }>
  >;
  readonly reserve: string;
  readonly before: Figures;
  readonly after: Figures;
}

test("the worked example of docs/how/funding.md comes out as it is printed", () => {
  const example = exampleOf("funding.md");
  const input = inputOf(example);
  const { rows, summary } = ratiosOf(input);
  const ordered = inLargestGapOrder(rows);
  const plan = planGifts({
    budget: minor(example.budget),
    floor: minor(example.floor),
    cap: minor(example.cap),
    step: minor(example.step),
    lines: ordered.map(({ projectId, gapMinor }) => {
      const locked = example.locked[projectId];
      return {
        gap: gapMinor.known ? gapMinor.value : 0n,
        ...(locked === undefined ? {} : { locked: minor(locked) }),
      };
    }),
  });
  if ("error" in plan) throw new Error(plan.error);
  const gifts = new Map(
    ordered.map(({ projectId }, place) => [projectId, plan.gifts[place]?.gift ?? 0n] as const),
  );
  const printedLines = ordered.map(({ projectId, gapMinor }, place) => [
    projectId,
    {
      gap: amount(gapMinor),
      gift: amount(known(gifts.get(projectId) ?? 0n)),
      reason: plan.gifts[place]?.reason,
    },
  ]);
  expect(Object.fromEntries(printedLines)).toEqual(example.lines);
  expect(printedLines.map(([project]) => project)).toEqual(Object.keys(example.lines));
  expect(amount(known(plan.reserveMinor))).toBe(example.reserve);
  expect(printedFigures(summary)).toEqual(example.before);
  expect(printedFigures(ratiosOf(withGifts(input, gifts)).summary)).toEqual(example.after);
});

function exampleOf(page: string): FundingExample {
  const text = readFileSync(new URL(`../../../../docs/how/${page}`, import.meta.url), "utf8");
  const example: FundingExample = JSON.parse(/^```json example\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? "");
  return example;
}

function inputOf(example: FundingExample): RatioInput<string> {
  return {
    period: { start: day("2026-01-01"), end: day("2027-01-01") },
    usage: new Map(
      Object.entries(example.usage).map(([project, share]) => [
        project,
        { usageShare: Number(share), reach: 1 },
      ]),
    ),
    giving: Object.entries(example.given).map(
      ([projectId, { minutes = 0, time = "0.00", cash = "0.00" }]) => ({
        projectId,
        minutes,
        timeMinor: minor(time),
        cashMinor: minor(cash),
        inKindMinor: 0n,
        valuedRows: 1,
        unknownRows: 0,
      }),
    ),
    toTail: { cashMinor: 0n, inKindMinor: 0n, unknownRows: 0 },
    pooled: { cashMinor: minor(example.pooled), inKindMinor: 0n, unknownRows: 0 },
    target: known(minor(example.target)),
    smallestGiftMinor: minor(example.smallestGift),
    controlled: new Set(),
    byBasis: { logged: nothing, imported: nothing, estimated: nothing },
    pledge: { eligibleCashMinor: 0n, developers: known(40) },
  };
}

const nothing = { minutes: 0, giveBackMinor: 0n };

function printedFigures(summary: RatioSummary): Figures {
  const percent = (figure: Known<number>) =>
    figure.known ? `${(figure.value * 100).toFixed(1)} %` : figure.reason;
  return {
    giveBackOfTarget: percent(summary.giveBackOfTarget),
    coverage: percent(summary.coverage),
    alignment: percent(summary.alignment),
    monthsBehind: summary.monthsBehind.known
      ? summary.monthsBehind.value.toFixed(1)
      : summary.monthsBehind.reason,
    gap: amount(summary.gapMinor),
  };
}

function amount(figure: Known<bigint>): string {
  if (!figure.known) return figure.reason;
  const digits = String(figure.value).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function minor(text: string): bigint {
  return BigInt(text.replace(".", ""));
}
