import { expect, test } from "vitest";
import { roughWidth, shortened } from "./room.ts";

test.each([
  ["curl", 40, "curl"],
  ["sqlalchemy", 40, "sqlalc…"],
  ["spring-framework", 60, "spring-fr…"],
  ["curl", 4, ""],
  ["", 10, ""],
])("%s in %d pixels is written %s", (words, room, written) => {
  expect(shortened(words, room)).toBe(written);
});

test("what is shortened fits", () => {
  for (let room = 12; room < 200; room++)
    expect(roughWidth(shortened("hibernate-orm and its friends", room))).toBeLessThanOrEqual(room);
});
