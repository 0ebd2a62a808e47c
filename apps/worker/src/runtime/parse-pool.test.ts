import { npmLock } from "@headwater/operations/testing/upload";
import { expect, it, onTestFinished } from "vitest";
import { parsePool } from "./parse-pool.ts";

it("reads more files than it has threads, one after the other", async () => {
  const pool = parsePool(2);
  onTestFinished(() => pool.close());
  const bytes = new TextEncoder().encode(npmLock({ left: "1.0.0" }, { left: ["1.0.0", []] }));
  const results = await Promise.all(
    Array.from({ length: 7 }, () => pool.parse({ path: "package-lock.json", bytes })),
  );
  expect(results.map((result) => result.kind)).toEqual(Array.from({ length: 7 }, () => "inventory"));
});
