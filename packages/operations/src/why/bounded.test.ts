import { expect, test } from "vitest";
import { bounded, MOST_IDS } from "./bounded.ts";

test("a list that fits is whole, and one that does not says how many are missing", () => {
  const ids = Array.from({ length: MOST_IDS + 7 }, (_, place) => `ctr_${place}`);
  expect(bounded(ids.slice(0, MOST_IDS), MOST_IDS, "contributions").unknowns).toEqual([]);
  const cut = bounded(ids, ids.length, "contributions");
  expect(cut.items).toHaveLength(10_000);
  expect(cut.unknowns).toEqual([{ what: "contributions", reason: "list-cut", rows: 7 }]);
});
