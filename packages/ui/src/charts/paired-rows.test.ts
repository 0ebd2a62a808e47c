import { describe, expect, test } from "vitest";
import { pairedMarks, type PairedRow } from "./paired-rows.ts";
import { roughWidth } from "./room.ts";
import { always } from "./testing/draws.ts";

const openssl: PairedRow = { name: "openssl", fair: 12_000, given: 0, gap: 12_000 };
const react: PairedRow = { name: "react", fair: 8_000, given: 4_000, gap: 4_000, estimated: 0.25 };
const curl: PairedRow = { name: "curl", fair: 6_000, given: 10_000, gap: 0 };
const unseen: PairedRow = { name: "busybox", fair: null, given: null, gap: null };

function write(row: PairedRow) {
  return { fair: `${row.fair}`, given: `${row.given}`, gap: `${row.gap}` };
}

function marks(rows: readonly PairedRow[], width: number) {
  return pairedMarks(rows, rows.map(write), width);
}

describe("paired bars of 780 px", () => {
  const drawn = marks([openssl, react, curl, unseen], 780);

  // 780 less 132 for names and 58 for gaps leaves 590; the longest bar leaves 40 of them to its figure: 550 for 12,000.
  test("have their zero behind the names and at most five ticks", () => {
    expect(drawn.zero).toBe(132);
    expect(drawn.ticks).toEqual([
      { value: 0, x: 132 },
      { value: 4_000, x: 315.33 },
      { value: 8_000, x: 498.67 },
      { value: 12_000, x: 682 },
    ]);
    expect(drawn.height).toBe(20 + 4 * 46 + 8);
  });

  test("measure the gap from what is given to the fair share", () => {
    expect(drawn.rows[1]).toMatchObject({ top: 66, use: 366.67, give: { width: 183.33, hatched: 45.83 } });
    expect(drawn.rows[1]?.dimension).toEqual({ from: 318.33, to: 498.17 });
    expect(drawn.rows[1]?.figures).toBe(506.67);
  });

  test("measure from the zero line where nothing is given", () => {
    expect(drawn.rows[0]?.give).toEqual({ width: 0, hatched: 0 });
    expect(drawn.rows[0]?.dimension?.from).toBe(135);
  });

  test("pass the fair share without a line where more is given", () => {
    expect(drawn.rows[2]).toMatchObject({
      use: 275,
      give: { width: 458.33 },
      dimension: null,
      figures: 598.33,
    });
  });

  test("have no bar and no line where nobody can say", () => {
    expect(drawn.rows[3]).toMatchObject({ use: null, give: null, dimension: null });
  });
});

test("on a phone names take less than a third, and the axis has at most three ticks", () => {
  const drawn = marks([{ ...openssl, name: "hibernate-orm-and-friends" }], 328);
  expect(drawn.zero).toBe(102);
  expect(drawn.rows[0]?.name).toBe("hibernate-or…");
  expect(drawn.ticks.map(({ value }) => value)).toEqual([0, 10_000, 20_000]);
});

test("bars stay apart and in proportion, every line ends at its fair share, every figure fits before the gaps", () => {
  always((draw) => {
    const width = draw.whole(300, 1_200);
    const rows = Array.from({ length: draw.whole(1, 7) }, (_, index) => {
      const [fair, given] = [draw.known(20_000), draw.known(20_000)];
      const gap = fair === null || given === null ? null : Math.max(0, fair - given);
      return { name: `project-${index}`, fair, given, gap, estimated: draw.value(1) };
    });
    const written = rows.map(() => ({ fair: "12,345", given: "2,345", gap: "10,000" }));
    const drawn = pairedMarks(rows, written, width);
    const gaps = width - roughWidth("10,000", 16);
    for (const [index, mark] of drawn.rows.entries()) {
      expect(mark.top + mark.height).toBeLessThanOrEqual(drawn.rows[index + 1]?.top ?? drawn.height);
      if (mark.dimension !== null) {
        expect(mark.dimension.to).toBeCloseTo(drawn.zero + (mark.use ?? Number.NaN) - 0.5, 2);
        expect(mark.dimension.from).toBeLessThan(mark.dimension.to);
      }
      expect(mark.give?.hatched ?? 0).toBeLessThanOrEqual(mark.give?.width ?? 0);
      expect(mark.figures + roughWidth("12,345")).toBeLessThan(gaps);
    }
    const unit = (drawn.ticks.at(-1)?.x ?? 0) - drawn.zero;
    for (const [index, { fair }] of rows.entries())
      expect(drawn.rows[index]?.use ?? 0).toBeCloseTo(
        ((fair ?? 0) / (drawn.ticks.at(-1)?.value ?? 1)) * unit,
        1,
      );
  });
});
