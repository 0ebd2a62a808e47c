import { expect, test } from "vitest";
import { placeOf, slugOf } from "./uploads.ts";

test.each([
  ["payments/web/yarn.lock", "payments", "web/yarn.lock"],
  ["Carrier API/bom.json", "carrier-api", "bom.json"],
  ["package-lock.json", "portal", "package-lock.json"],
  ["/leading/slash.json", "leading", "slash.json"],
])("%s goes to the product %s as %s", (path, product, source) => {
  expect(placeOf(path, "portal")).toEqual({ product, source });
});

test.each([
  ["Łódź Portal", "lodz-portal"],
  ["--a--", "a"],
  ["***", "product"],
  ["v2.web_app", "v2.web_app"],
])("%s is addressed as %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
