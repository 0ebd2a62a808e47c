import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GivenByPerson, privateCells } from "./private-cells.ts";

/** `a: xyz` — three people gave to a. */
const july = (
  given: Readonly<Record<string, string>>,
  month = "2026-07",
  basis = "logged",
): GivenByPerson[] =>
  Object.entries(given).flatMap(([project, people]) =>
    Array.from(people, (person) => ({ project, month, basis, person })),
  );
const hidden = (given: readonly GivenByPerson[]) => [...privateCells(given).projects].sort();

describe("a project's figures under a team are hidden", () => {
  test.each([
    ["where nobody gave, never", {}, []],
    ["where three people gave, not", { a: "xyz", b: "xyz" }, []],
    ["where fewer gave, and the next smallest with it", { a: "x", b: "xyz", c: "wxyz" }, ["a", "b"]],
    [
      "together with others until three people are in what is hidden",
      { a: "x", b: "x", c: "xyz", d: "wxyz" },
      ["a", "b", "c"],
    ],
    ["alone with each other where three people are in them", { a: "x", b: "yz", c: "wxyz" }, ["a", "b"]],
  ])("%s", (_, given, expected) => {
    expect(hidden(july(given))).toEqual(expected);
  });

  test("in every period that holds a month or a basis in which they are", () => {
    const quiet = july({ a: "wxyz", b: "wxyz" }, "2026-08");
    expect(hidden([...july({ a: "x", b: "xyz" }), ...quiet])).toEqual(["a", "b"]);
    expect(hidden([...july({ a: "x", b: "xyz" }, "2026-08", "estimated"), ...quiet])).toEqual(["a", "b"]);
  });
});

test("a team is hidden where in some month or on some basis fewer than three people gave", () => {
  expect(privateCells(july({ a: "xyz" })).whole).toBe(false);
  expect(privateCells([...july({ a: "xyz" }), ...july({ a: "xy" }, "2026-08")]).whole).toBe(true);
  expect(privateCells([...july({ a: "xyz" }), ...july({ a: "x" }, "2026-07", "estimated")]).whole).toBe(true);
});

test("whatever is shown, what is hidden in a month is of no project alone and of three people at least", () => {
  const row = fc.record({
    project: fc.constantFrom("a", "b", "c", "d"),
    month: fc.constantFrom("2026-07", "2026-08"),
    basis: fc.constantFrom("logged", "imported"),
    person: fc.constantFrom("v", "w", "x", "y", "z"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: (one) => JSON.stringify(one), maxLength: 60 }), (given) => {
      const { whole, projects } = privateCells(given);
      fc.pre(!whole);
      for (const cell of Map.groupBy(given, (one) => `${one.month} ${one.basis}`).values()) {
        const kept = cell.filter((one) => projects.has(one.project));
        // A cell of one project is the team's total, which three people are in.
        if (kept.length > 0) expect(new Set(kept.map((one) => one.person)).size).toBeGreaterThanOrEqual(3);
        for (const rows of Map.groupBy(
          cell.filter((one) => !projects.has(one.project)),
          (one) => one.project,
        ).values())
          expect(rows.length).toBeGreaterThanOrEqual(3);
      }
    }),
  );
});
