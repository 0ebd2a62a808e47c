import { expect, test } from "vitest";
import { axisRoom, roughWidth, shortened } from "./room.ts";

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

test("an axis has the same room for its words until they are long", () => {
  expect(axisRoom([])).toBe(36);
  expect(axisRoom(["0", "16 k"])).toBe(36);
  expect(axisRoom(["0", "200 Tsd."])).toBe(10 + roughWidth("200 Tsd.", 11.7));
});
