import { listedProjects, type Standing } from "@headwater/contract/projects-table";
import { describe, expect, test } from "vitest";
import { exampleSummary, withoutTarget, workedExample } from "../../testing/example.ts";
import { readProjectsSearch } from "./search.ts";
import { axisEnd, sumAmounts, totalsOf, totalsOfAll } from "./totals.ts";

const rows = workedExample;
const summary = exampleSummary;

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

describe("the bars' axis", () => {
  test("ends at a round figure above the largest fair share", () => {
    expect(axisEnd(rows)).toBe(30_000);
    expect(axisEnd([])).toBe(0);
  });

  test("is not stretched by a gift far above every fair share", () => {
    expect(axisEnd(rows.map((row) => ({ ...row, giveBack: "900000.00" })))).toBe(30_000);
  });

  test("holds the largest gift where nobody can say what is fair", () => {
    expect(axisEnd(withoutTarget)).toBe(20_000);
  });
});

/** Alder is in a product of tier 1 that the payments team owns, the others in one of tier 3. */
const standingOf = (id: string): Standing =>
  rows.find((row) => row.id === id)?.name === "Alder"
    ? { tier: 1, owners: ["payments"] }
    : { tier: 3, owners: ["web"] };

describe("order and filter", () => {
  const order = (search: Record<string, unknown>) =>
    listedProjects(rows, readProjectsSearch(search), standingOf).map((row) => row.name);

  test.each([
    [{}, ["Dovetail", "Birch", "Cairn", "@esker/test-runner", "Alder"]],
    [{ sort: "name" }, ["@esker/test-runner", "Alder", "Birch", "Cairn", "Dovetail"]],
    [{ sort: "usage", order: "reversed" }, ["@esker/test-runner", "Cairn", "Alder", "Birch", "Dovetail"]],
    [{ q: "CAIRN" }, ["Cairn"]],
    [{ q: "birch-js" }, ["Birch"]],
    [{ over: 20 }, ["Dovetail", "Birch"]],
    [{ tier: 2 }, ["Alder"]],
    [{ owner: "web", giving: "something" }, ["Cairn", "@esker/test-runner"]],
    [{ giving: "nothing" }, ["Dovetail", "Birch"]],
    [{ giving: "enough" }, ["Alder"]],
    [{ provisional: "only" }, ["@esker/test-runner"]],
    [
      { provisional: "without", q: "a" },
      ["Dovetail", "Cairn", "Alder"].filter((name) => name.toLowerCase().includes("a")),
    ],
    [{ sort: "no such column" }, ["Dovetail", "Birch", "Cairn", "@esker/test-runner", "Alder"]],
  ])("of %o is %s", (search, names) => {
    expect(order(search)).toEqual(names);
  });
});
