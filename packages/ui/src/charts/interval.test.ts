import { expect, test } from "vitest";
import { intervalPlaces } from "./interval.ts";

test.each([
  [
    { low: 44, high: 70, value: 61, end: 100 },
    { low: 35.32, high: 55.6, value: 48.58 },
  ],
  [
    { low: 70, high: 44, value: 61, end: 100 },
    { low: 35.32, high: 55.6, value: 48.58 },
  ],
  [
    { low: 0, high: 100, value: null, end: 100 },
    { low: 1, high: 79, value: null },
  ],
  [
    { low: -5, high: 140, value: 20, end: 100 },
    { low: 1, high: 79, value: 16.6 },
  ],
  [
    { low: 0, high: 0, value: 0, end: 0 },
    { low: 1, high: 1, value: 1 },
  ],
])("%j stands on 80 px at %j", (of, places) => {
  expect(intervalPlaces(of, 80)).toEqual(places);
});
