import { setLanguage } from "@headwater/ui/format";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  exampleSummary,
  manyProjects,
  oddProjects,
  summaryWithoutTarget,
  withoutTarget,
  workedExample,
} from "../../testing/example.ts";
import { shownRows } from "./order.ts";
import { readProjectsSearch } from "./search.ts";
import { axisEnd, sumAmounts, totalsOf, totalsOfAll } from "./totals.ts";
import { verdictOf } from "./verdict.ts";
import { spanNear } from "./VirtualRows.tsx";

const rows = workedExample;
const summary = exampleSummary;
const manyRows = manyProjects().length;

describe("sums", () => {
  test.each([
    [["0.10", "0.20"], "0.30"],
    [["9007199254740993", "0.01"], "9007199254740993.01"],
    [["-5.00", "2.50"], "-2.50"],
    [[], "0"],
  ])("of %s are exactly %s", (amounts, sum) => {
    expect(sumAmounts(amounts)).toBe(sum);
  });

  test("of the example are those of its definition, and a filter that hides nothing changes none", () => {
    const all = totalsOfAll(summary, rows);
    expect(all).toMatchObject({ projects: 5, minutes: 7200, cash: "7500.00", giveBack: "20700.00" });
    expect(totalsOf(rows)).toMatchObject({ minutes: 7200, cash: "7500.00", giveBack: "20700.00" });
    expect(Number(totalsOf(rows).gap)).toBeCloseTo(Number(all.gap), 0);
  });

  test("of the whole hold what was given to the tail as such, and never what is pooled", () => {
    const given = totalsOfAll({ ...summary, giveBack: "31700.00", pooled: "10000.00" }, rows).giveBack;
    expect(given).toBe("21700.00");
    expect(totalsOfAll({ ...summary, pooled: "-50.00", giveBack: "0.00" }, rows).giveBack).toBe("50.00");
  });

  test("without a target there is no gap to sum", () => {
    expect(totalsOf(withoutTarget).gap).toBeNull();
  });
});

describe("of a long list the rows near the window are drawn", () => {
  test.each([
    ["at the top", 300, { from: 0, to: 48 }],
    ["after a thousand rows", 300 - 26_000, { from: 960, to: 1048 }],
  ])("%s", (_, top, span) => {
    expect(spanNear(top, 900, 26)).toEqual(span);
  });

  test("wherever it stands, every row in sight is among them", () => {
    for (let top = 500; top > -260_000; top -= 997) {
      const { from, to } = spanNear(top, 900, 26);
      expect(from).toBeLessThanOrEqual(Math.max(0, Math.floor(-top / 26)));
      expect(to).toBeGreaterThanOrEqual(Math.min(manyRows, Math.ceil((900 - top) / 26)));
      expect(to - from).toBeLessThan(110);
    }
  });
});

test("the bars' axis ends at a round figure above the longest bar", () => {
  expect(axisEnd(rows)).toBe(30_000);
  expect(axisEnd([])).toBe(0);
});

describe("the verdict", () => {
  const said = (parts: ReturnType<typeof verdictOf>) =>
    parts.lead + parts.givenLinked + parts.middle + parts.projectsLinked + parts.end;

  test("says how much of the target was given and how many of those most used got nothing", () => {
    expect(said(verdictOf(summary, rows))).toBe(
      "We gave 38\u202f% of our target, and two of the five projects we stand on received nothing.",
    );
  });

  test("waits with the second half until every row is there", () => {
    expect(said(verdictOf(summary, null))).toBe("We gave 38\u202f% of our target.");
  });

  test("speaks of one project in the singular, and of all that received something", () => {
    expect(said(verdictOf(summary, rows.slice(0, 1)))).toContain(
      "the one project we stand on received nothing.",
    );
    expect(
      said(
        verdictOf(
          summary,
          rows.filter((row) => Number(row.giveBack) > 0),
        ),
      ),
    ).toContain("each of the three projects we stand on received something.");
  });

  test("is partial where the server says that a usage figure is low", () => {
    expect(said(verdictOf(summaryWithoutTarget, rows))).toMatch(/^Partial: we gave USD\u00a030,700,/);
  });

  test("says that nothing was given where there is no target either", () => {
    const nothing = { ...summaryWithoutTarget, giveBack: "0.00", pooled: "0.00" };
    expect(said(verdictOf(nothing, null))).toBe("Partial: we gave nothing yet.");
  });

  test("does not count as nothing what only rows without a rate speak of", () => {
    expect(said(verdictOf(summary, [...rows.slice(0, 1), ...oddProjects.slice(0, 1)]))).toContain(
      "one of the two projects",
    );
  });

  test("is a whole sentence in German as well", () => {
    setLanguage("de");
    onTestFinished(() => setLanguage("en"));
    expect(said(verdictOf(summary, rows))).toBe(
      "Wir haben 38\u202f% unseres Ziels gegeben, und zwei der fünf Projekte, auf denen wir stehen, haben nichts erhalten.",
    );
    expect(said(verdictOf(summary, null))).toBe("Wir haben 38\u202f% unseres Ziels gegeben.");
  });

  test("does not look at what lies beyond our inventory", () => {
    expect(said(verdictOf(summary, oddProjects.slice(1)))).toBe("We gave 38\u202f% of our target.");
  });
});

describe("order and filter", () => {
  const order = (search: Record<string, unknown>) =>
    shownRows(rows, readProjectsSearch(search), false).map((row) => row.name);

  test.each([
    [{}, ["Dovetail", "Birch", "Cairn", "@esker/test-runner", "Alder"]],
    [{ sort: "name" }, ["@esker/test-runner", "Alder", "Birch", "Cairn", "Dovetail"]],
    [{ sort: "usage", order: "reversed" }, ["@esker/test-runner", "Cairn", "Alder", "Birch", "Dovetail"]],
    [{ q: "CAIRN" }, ["Cairn"]],
    [{ q: "birch-js" }, ["Birch"]],
    [{ sort: "no such column" }, ["Dovetail", "Birch", "Cairn", "@esker/test-runner", "Alder"]],
  ])("of %o is %s", (search, names) => {
    expect(order(search)).toEqual(names);
  });
});
