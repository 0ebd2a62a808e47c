import { expect, test } from "vitest";
import { moved } from "./moves.ts";

test.each([
  ["ArrowRight", 3, 12, 1, 4],
  ["ArrowRight", 11, 12, 1, 11],
  ["ArrowLeft", 0, 12, 1, 0],
  ["ArrowDown", 2, 5, 1, 3],
  ["ArrowUp", 2, 5, 1, 1],
  ["Home", 7, 12, 1, 0],
  ["End", 7, 12, 1, 11],
  ["ArrowDown", 3, 20, 10, 13],
  ["ArrowDown", 13, 20, 10, 13],
  ["ArrowUp", 3, 20, 10, 3],
  ["ArrowUp", 13, 20, 10, 3],
  ["Enter", 3, 12, 1, null],
])("%s moves the mark from %d of %d places, %d across, to %s", (key, from, places, across, to) => {
  expect(moved(key, from, places, across)).toBe(to);
});
