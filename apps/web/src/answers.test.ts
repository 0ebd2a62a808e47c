import { expect, test } from "vitest";
import { readProblem, readSession, readUpload } from "./answers.ts";

test.each([null, undefined, "<html>", 7, [], { user: null }])(
  "an answer of %o is nobody's session",
  (body) => {
    expect(readSession(body)).toBeNull();
  },
);

test("the same bytes again are unchanged, and nothing is counted", () => {
  expect(readUpload({ status: "unchanged", snapshot: null })).toMatchObject({
    unchanged: true,
    components: 0,
    problems: [],
  });
});

test("each problem of a file keeps its sentence and its place", () => {
  const snapshot = {
    format: "npm-lock",
    components: 3,
    problems: [{ code: "x", message: "left-pad is not there", where: "line 12" }],
  };
  expect(readUpload({ status: "done", snapshot }).problems).toEqual([
    { message: "left-pad is not there", where: "line 12" },
  ]);
});

test("a problem document gives each field its sentence", () => {
  const errors = [{ field: "password", message: "use at least 12 characters" }];
  const problem = readProblem(422, { code: "bad-field", detail: "Some fields need another value.", errors });
  expect(problem).toMatchObject({ status: 422, code: "bad-field", errors });
});

test.each([
  [
    401,
    { code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid email or password" },
    "Invalid email or password",
  ],
  [502, null, ""],
])("an answer %i that is no problem document says what it can", (status, body, detail) => {
  expect(readProblem(status, body)).toMatchObject({ status, detail, title: `The server answered ${status}` });
});
