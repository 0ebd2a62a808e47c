import { expect, it } from "vitest";
import { killUnderWrites } from "../testing/kills.ts";

it("loses and doubles nothing that was acknowledged when the embedded database is killed under eight writers, and is back within five seconds", async () => {
  const { acknowledged, lost, invented, surprises, recoveryMillis } = await killUnderWrites(5);
  expect(acknowledged).toBeGreaterThan(100);
  expect({ lost, invented, surprises }).toEqual({ lost: 0, invented: 0, surprises: [] });
  expect(recoveryMillis).toHaveLength(5);
  expect(Math.max(...recoveryMillis)).toBeLessThan(5_000);
});
