import { expect, test } from "vitest";
import { waysOf } from "./payees.ts";

test.each([
  ["a".repeat(39), "csv"],
  ["a".repeat(40), "link"],
  [`a${"-a".repeat(19)}`, "csv"],
  [`a${"-a".repeat(20)}`, "link"],
  ["a--b", "link"],
])("the username %s is paid as %s", (handle, as) => {
  const url = `https://github.com/sponsors/${handle}`;
  const channels = [{ url, platform: "github-sponsors", source: "package-lock.json" }];
  const named = { slug: "x", name: "x", provisional: false, ecosystems: [], channels };
  expect(waysOf(named)).toMatchObject([{ as }]);
});
