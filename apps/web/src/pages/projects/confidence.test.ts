import { summaryWithoutTarget } from "../../testing/example.ts";
import { expect, test } from "vitest";
import { measuresOf } from "./confidence.tsx";

test("a low measure leads to the page that raises it, and no other does", () => {
  const { confidence } = summaryWithoutTarget;
  const shown = new Map(measuresOf(confidence).map(({ name, step }) => [name, step?.address]));
  expect(shown.get("Products seen in 30 days")).toBe("/imports");
  expect(shown.get("Usage on confirmed projects")).toBe("/reconcile");
  expect(shown.get("Engineers linked")).toBeUndefined();
});
