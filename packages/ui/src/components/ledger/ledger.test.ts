import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asMade, columnsThatFit, type LedgerColumn, spansOf, withWidth } from "./columns.ts";
import { lineAfter } from "./keys.ts";
import { GroupHead, layLines, linesNear } from "./lines.ts";

const column = (id: string, width: number, more: Partial<LedgerColumn<string>> = {}) => ({
  id,
  name: id,
  width,
  cell: (row: string) => row,
  ...more,
});

const columns: readonly LedgerColumn<string>[] = [
  column("name", 0),
  column("reach", 60, { spare: 9, spanner: "take" }),
  column("usage", 60, { spanner: "take" }),
  column("time", 80, { spare: 6 }),
  column("gap", 80, { onPhone: true, spanner: "difference" }),
  column("support", 100, { offered: true }),
];

const shown = (width: number, phone = false, layout = asMade) =>
  columnsThatFit(columns, layout, { width, phone }).rest.map(({ id }) => id);

describe("the columns of a ledger", () => {
  test.each([
    [900, ["reach", "usage", "time", "gap"]],
    [430, ["reach", "usage", "time", "gap"]],
    [429, ["usage", "time", "gap"]],
    [369, ["usage", "gap"]],
    [100, ["usage", "gap"]],
  ])("in %d pixels are those with room, the most spare one going first", (width, ids) => {
    expect(shown(width)).toEqual(ids);
  });

  test("on a phone are the one bar and the one figure", () => {
    expect(shown(390, true)).toEqual(["gap"]);
  });

  test("are those that the reader chose, also one that is only offered", () => {
    expect(shown(900, false, { shown: { support: true, time: false }, widths: {} })).toEqual([
      "reach",
      "usage",
      "gap",
      "support",
    ]);
  });

  test("that the reader made wider leave less room for others", () => {
    expect(shown(500, false, withWidth(asMade, "gap", 200))).toEqual(["usage", "time", "gap"]);
    expect(withWidth(asMade, "gap", 3).widths).toEqual({ gap: 44 });
  });

  test("with one spanner head stand under it together", () => {
    expect(spansOf(columns)).toEqual([
      { text: null, columns: 1 },
      { text: "take", columns: 2 },
      { text: null, columns: 1 },
      { text: "difference", columns: 1 },
      { text: null, columns: 1 },
    ]);
  });
});

const group = (key: string, rows: readonly string[]) => ({ key, name: key, count: rows.length, rows });

describe("the lines of a body", () => {
  const grouped = layLines([], [group("a", ["a1", "a2"]), group("b", ["b1"])], 26);

  test("are each group's head and its rows, the head a little higher", () => {
    expect(grouped.lines.map((line) => (line instanceof GroupHead ? line.group.key : line))).toEqual([
      "a",
      "a1",
      "a2",
      "b",
      "b1",
    ]);
    expect([...grouped.offsets]).toEqual([0, 32, 58, 84, 116, 142]);
  });

  test.each([
    ["ArrowDown", 2, 4],
    ["ArrowDown", 4, null],
    ["ArrowUp", 4, 2],
    ["ArrowUp", 1, null],
    ["Home", 4, 1],
    ["End", 1, 4],
    ["PageDown", 1, 4],
    ["PageUp", 4, 1],
    ["w", 1, null],
  ])("%s leads from line %d to %s, over the heads", (key, from, to) => {
    expect(lineAfter(key, from, grouped.lines, 10)).toBe(to);
  });

  test("that the window shows are always among the drawn, wherever the page is scrolled to", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constant("row"), { maxLength: 40 }), { maxLength: 30 }),
        fc.integer({ min: -40_000, max: 2000 }),
        fc.integer({ min: 100, max: 2000 }),
        (groups, top, windowHeight) => {
          const { offsets } = layLines(
            [],
            groups.map((rows) => group("g", rows)),
            26,
          );
          const { from, to } = linesNear(offsets, top, windowHeight);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(offsets.length - 1);
          for (let line = 0; line + 1 < offsets.length; line += 1) {
            const isSeen = top + (offsets[line + 1] ?? 0) > 0 && top + (offsets[line] ?? 0) < windowHeight;
            if (isSeen) expect(line >= from && line < to).toBe(true);
          }
        },
      ),
    );
  });

  test("that are drawn stay few, however many there are", () => {
    const { offsets } = layLines(Array.from({ length: 10_000 }, String), undefined, 26);
    const { from, to } = linesNear(offsets, -100_000, 900);
    expect(to - from).toBeLessThan(90);
  });
});
