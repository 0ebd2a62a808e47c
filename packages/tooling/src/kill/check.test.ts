import { expect, test } from "vitest";
import { compared } from "./check.ts";

const promised = new Map([
  ["a", 30],
  ["b", 45],
]);

test("what was promised and is there once is no difference", () => {
  expect(
    compared(promised, [
      ["b", 45],
      ["a", 30],
    ]),
  ).toEqual({ lost: 0, doubled: 0, invented: 0, off: 0 });
});

test("a promised row that is missing is lost, and the sum falls short by it", () => {
  expect(compared(promised, [["a", 30]])).toEqual({ lost: 1, doubled: 0, invented: 0, off: -45 });
});

test("a row that stands twice is doubled, and one that nobody wrote is invented", () => {
  expect(
    compared(promised, [
      ["a", 30],
      ["a", 30],
      ["b", 45],
      ["c", 1],
    ]),
  ).toEqual({ lost: 0, doubled: 1, invented: 1, off: 31 });
});
