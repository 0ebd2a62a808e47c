import { logContributions } from "../contributions/log-batch.ts";
import { recordDonation } from "../donations/record.ts";
import { setHeadcount } from "../headcounts/set.ts";
import { type Actor, perform, type Runtime } from "../operation/index.ts";
import { changeOrganization } from "../organization/change.ts";
import { createPerson } from "../people/create.ts";
import { createProduct } from "../products/create.ts";
import { setRate } from "../rates/set.ts";
import { setTarget } from "../targets/set.ts";
import { uploadDrawn } from "./drawn-upload.ts";

/** The example of docs/how/ratios.md, entered as a company enters it. */
const products = [
  { slug: "payments", tier: 2, inventory: { direct: ["a", "b"], dev: ["e"], needs: { a: ["b"], b: ["d"] } } },
  { slug: "portal", tier: 3, inventory: { direct: ["a", "c"], needs: { a: ["b"], b: ["d"], c: ["d"] } } },
  { slug: "tools", tier: 4, inventory: { direct: ["c"], needs: { c: ["d"] } } },
];

/** Enters it for the year 2026; with the floor at 0 every printed figure comes out. */
export async function enterExample(runtime: Runtime, actor: Actor, smallProductFloor: number): Promise<void> {
  await perform(changeOrganization, runtime, actor, { smallProductFloor });
  for (const { inventory, ...product } of products) {
    await perform(createProduct, runtime, actor, product);
    await uploadDrawn(runtime, actor, { product: product.slug, inventory, takenAt: "2026-01-05T09:00:00Z" });
  }
  await perform(createPerson, runtime, actor, { name: "Ann", email: "ann@example.com" });
  await perform(setRate, runtime, actor, { from: "2026-01-01", hourly: { amount: "110", currency: "USD" } });
  // 120 hours as fifteen days of eight.
  const items = Array.from({ length: 15 }, (_, place) => ({
    project: "pkg:npm/a",
    person: "ann@example.com",
    day: `2026-03-${String(place + 1).padStart(2, "0")}`,
    minutes: 480,
    kind: "code",
  }));
  const { refused } = await perform(logContributions, runtime, actor, { items });
  if (refused > 0) throw new Error(`${refused} rows of the example were refused`);
  const given = { payee: "Somebody", currency: "USD", day: "2026-05-04", kind: "sponsorship" };
  for (const [project, amount] of [
    ["pkg:npm/a", "5000"],
    ["pkg:npm/c", "2000"],
    ["pkg:npm/e", "500"],
  ])
    await perform(recordDonation, runtime, actor, { ...given, project, amount });
  await perform(recordDonation, runtime, actor, {
    ...given,
    kind: "membership",
    amount: "10000",
    pooled: true,
  });
  await perform(setTarget, runtime, actor, { year: 2026, amount: "80000", currency: "USD" });
  await perform(setHeadcount, runtime, actor, { month: "2026-01", developers: 40 });
}
