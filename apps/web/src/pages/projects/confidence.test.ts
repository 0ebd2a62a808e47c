import { summaryWithoutTarget } from "../../testing/example.ts";
import { expect, test } from "vitest";
import { measuresOf } from "./confidence.ts";

test("an action that no page can do says which command or call does", () => {
  const { confidence } = summaryWithoutTarget;
  const shown = new Map(measuresOf(confidence).map(({ name, action }) => [name, action]));
  expect(shown.get("Products seen in 30 days")).toBe(
    "Upload the inventories of the products not seen for 30 days.",
  );
  expect(shown.get("Usage on confirmed projects")).toBe(
    "Say which projects the largest unconfirmed packages belong to. No page does it yet: PUT /api/v1/mapping-rules.",
  );
  expect(shown.get("Engineers linked")).toBeUndefined();
});
