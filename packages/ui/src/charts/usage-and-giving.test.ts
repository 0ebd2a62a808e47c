import { describe, expect, test } from "vitest";
import { always } from "./testing/draws.ts";
import { monthAt, type UsageMonth, usageAndGivingMarks } from "./usage-and-giving.ts";

function month(usage: number | null, given: number | null, estimated = 0): UsageMonth {
  return { letter: "M", usage, given, estimated };
}

describe("four months of 472 px, two of them of the year before", () => {
  const months = [month(0.5, 0), month(1, 100), month(null, null), month(1.5, 200, 0.5)];
  // 36 px at either side leave 400: a month is 100 wide.
  const drawn = usageAndGivingMarks(
    { months, before: 2, fairShare: 150, events: false, written: String },
    472,
  );

  test("have one axis of months and one place where this period begins", () => {
    expect(drawn).toMatchObject({ left: 36, right: 436, step: 100, parting: 236 });
    expect(drawn.letters.map(({ x }) => x)).toEqual([86, 186, 286, 386]);
    expect(monthAt(drawn, 36)).toBe(0);
    expect(monthAt(drawn, 235.9)).toBe(1);
    expect(monthAt(drawn, 435)).toBe(3);
  });

  test("show usage as steps that break where it is unknown", () => {
    expect(drawn.usage).toMatchObject({ top: 36, foot: 132 });
    expect(drawn.usage.ticks.map(({ value, y }) => [value, y])).toEqual([
      [0, 132],
      [0.5, 100],
      [1, 68],
      [1.5, 36],
    ]);
    expect(drawn.usage.lines).toEqual(["M36 100V100H136V68H236", "M336 36V36H436"]);
    expect(drawn.usage.areas).toEqual(["M36 132V100H136V68H236V132Z", "M336 132V36H436V132Z"]);
  });

  test("show giving as bars of half a month, the estimated part of them hatched", () => {
    expect(drawn.giving).toMatchObject({ top: 166, foot: 250, fairShare: 187 });
    expect(drawn.giving.bars).toEqual([
      { x: 61, width: 50, height: 0, hatched: 0 },
      { x: 161, width: 50, height: 42, hatched: 0 },
      null,
      { x: 361, width: 50, height: 84, hatched: 42 },
    ]);
  });
});

test("on a phone each third of 24 months is named, the last one among them", () => {
  const months = Array.from({ length: 24 }, (_, index) => ({ ...month(1, 0), letter: `${index}` }));
  const drawn = usageAndGivingMarks(
    { months, before: 12, fairShare: null, events: true, written: String },
    328,
  );
  expect(drawn.letters.map(({ letter }) => letter)).toEqual(["2", "5", "8", "11", "14", "17", "20", "23"]);
  expect(drawn.lanes).toEqual({ title: 11, period: 25, events: 41 });
});

test("without a month, or with nothing known, both panels stand empty", () => {
  expect(
    usageAndGivingMarks({ months: [], before: 0, fairShare: null, events: false, written: String }, 700),
  ).toMatchObject({
    parting: null,
    usage: { lines: [] },
    giving: { bars: [], fairShare: null },
  });
  const unknown = usageAndGivingMarks(
    { months: [month(null, null)], before: 0, fairShare: null, events: false, written: String },
    700,
  );
  expect(unknown).toMatchObject({ usage: { lines: [], levels: [null] }, giving: { bars: [null] } });
});

test("bars never overlap, stay in their panel under one scale with the fair share, and months share one axis", () => {
  always((draw) => {
    const months = Array.from({ length: draw.whole(1, 36) }, () =>
      month(draw.known(3), draw.known(500), draw.value(1)),
    );
    const fairShare = draw.known(400);
    const drawn = usageAndGivingMarks(
      {
        months,
        before: draw.whole(0, months.length),
        fairShare,
        events: draw.whole(0, 1) === 1,
        written: String,
      },
      draw.whole(300, 1_200),
    );
    const { giving, usage } = drawn;
    expect(giving.top).toBeGreaterThan(usage.foot);
    const unit = (giving.foot - giving.top) / (giving.ticks.at(-1)?.value ?? 1);
    if (fairShare !== null) expect(giving.foot - (giving.fairShare ?? 0)).toBeCloseTo(fairShare * unit, 1);
    for (const [index, bar] of giving.bars.entries()) {
      expect(bar === null).toBe(months[index]?.given === null);
      if (bar === null) continue;
      expect(bar.x).toBeGreaterThanOrEqual(drawn.left + index * drawn.step);
      expect(bar.x + bar.width).toBeLessThanOrEqual(drawn.left + (index + 1) * drawn.step + 0.02);
      expect(bar.hatched).toBeLessThanOrEqual(bar.height);
      expect(giving.foot - bar.height).toBeGreaterThanOrEqual(giving.top - 0.01);
      if (bar.height > 1.5) expect(bar.height).toBeCloseTo((months[index]?.given ?? 0) * unit, 1);
    }
    for (const level of usage.levels)
      if (level !== null) {
        expect(level).toBeGreaterThanOrEqual(usage.top - 0.01);
        expect(level).toBeLessThanOrEqual(usage.foot);
      }
  });
});
