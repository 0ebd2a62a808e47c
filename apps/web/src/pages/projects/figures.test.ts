import { describe, expect, test } from "vitest";
import { readRatios, readSummary } from "../../answers.ts";
import { exampleSummary, summaryWithoutTarget, withoutTarget, workedExample } from "../../testing/example.ts";
import { shownRows } from "./order.ts";
import { readProjectsSearch } from "./search.ts";
import { axisEnd, sumAmounts, totalsOf } from "./totals.ts";
import { verdictOf } from "./verdict.ts";

const rows = readRatios({ items: workedExample, nextCursor: null }).items;
const summary = readSummary(exampleSummary);

describe("sums", () => {
  test.each([
    [["0.10", "0.20"], "0.30"],
    [["9007199254740993", "0.01"], "9007199254740993.01"],
    [["-5.00", "2.50"], "-2.50"],
    [[], "0"],
  ])("of %s are exactly %s", (amounts, sum) => {
    expect(sumAmounts(amounts)).toBe(sum);
  });

  test("of the example are those of its definition", () => {
    expect(totalsOf(rows, null)).toMatchObject({
      projects: 5,
      minutes: 7200,
      cash: "7500.00",
      giveBack: "20700.00",
      unknownGiveBack: 0,
    });
    expect(Number(totalsOf(rows, null).gap)).toBeCloseTo(61_627, 0);
  });

  test("count the tail once, as its one line", () => {
    const tail = {
      projects: 312,
      usageShare: 0.1,
      giveBack: { value: { amount: "0", currency: "USD" } },
      fairShare: { value: null, reason: "no-target" },
      gap: { value: { amount: "19200.00", currency: "USD" } },
    };
    expect(totalsOf(rows, tail).projects).toBe(317);
    expect(Number(totalsOf(rows, tail).gap)).toBeCloseTo(80_827, 0);
  });

  test("without a target there is no gap to sum", () => {
    expect(totalsOf(readRatios({ items: withoutTarget }).items, null).gap).toBeNull();
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
          rows.filter((row) => Number(row.giveBack.value?.amount) > 0),
        ),
      ),
    ).toContain("each of the three projects we stand on received something.");
  });

  test("is partial where a usage figure is low, and names the action that raises it", () => {
    const partial = verdictOf(readSummary(summaryWithoutTarget), rows);
    expect(said(partial)).toMatch(/^Partial: we gave USD\u00a020,700,/);
    expect(partial.actions).toHaveLength(2);
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
