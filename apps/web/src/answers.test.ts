import { expect, test } from "vitest";
import { readProblem, readRatios, readSession } from "./answers.ts";

const row = {
  id: "prj_1",
  project: "github.com/curl/curl",
  name: "curl",
  usageShare: 0.1,
  reach: 1,
  minutes: 0,
};

test("an amount may carry its currency or leave it to the whole answer", () => {
  const page = readRatios({
    currency: "EUR",
    items: [{ ...row, cash: "12.50", giveBack: { amount: "3.00", currency: "EUR" } }],
    nextCursor: null,
  });
  expect(page.items[0]?.cash).toEqual({ value: { amount: "12.50", currency: "EUR" } });
  expect(page.items[0]?.giveBack).toEqual({ value: { amount: "3.00", currency: "EUR" } });
});

test("what is null is unknown with its reason, and never zero", () => {
  const [item] = readRatios({
    items: [{ ...row, minutes: null, minutesUnknown: "small-cell", gap: null }],
  }).items;
  expect(item?.minutes).toEqual({ value: null, reason: "small-cell" });
  expect(item?.gap).toEqual({ value: null, reason: "unknown" });
});

test.each([null, undefined, "<html>", 7, [], { items: "none" }])(
  "an answer of %o is read as an empty list",
  (body) => {
    expect(readRatios(body).items).toEqual([]);
    expect(readSession(body)).toBeNull();
  },
);

test("a problem document gives each field its sentence", () => {
  const problem = readProblem(422, {
    code: "bad-input",
    detail: "Some fields are not right.",
    errors: [{ field: "password", message: "use at least 12 characters" }],
  });
  expect(problem.fields.get("password")).toBe("use at least 12 characters");
  expect(problem.where).toBeNull();
});
