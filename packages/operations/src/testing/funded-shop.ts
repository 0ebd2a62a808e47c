import { recordDonation } from "../donations/record.ts";
import { type Actor, perform } from "../operation/index.ts";
import { changeOrganization } from "../organization/change.ts";
import { setTarget } from "../targets/set.ts";
import type { TestRuntime } from "./runtime.ts";
import { uploadInventory } from "./upload.ts";

/** Four packages that a shop needs alike, so that each has a quarter of 4,000 as its fair share; `a` was given 400. */
export async function fundedShop(runtime: TestRuntime, actor: Actor, currency: string): Promise<void> {
  await perform(changeOrganization, runtime, actor, { smallProductFloor: 0, currency });
  await perform(setTarget, runtime, actor, { year: 2026, amount: "4000", currency });
  await perform(setTarget, runtime, actor, { year: 2025, amount: "4000", currency });
  const funded = {
    a: "https://github.com/sponsors/Ann",
    b: "https://github.com/sponsors/ann",
    c: "https://opencollective.com/c",
  };
  const names = ["a", "b", "c", "d"];
  await uploadInventory(runtime, actor, {
    product: "shop",
    fileName: "package-lock.json",
    takenAt: "2026-11-01T09:00:00Z",
    text: JSON.stringify({
      name: "own",
      lockfileVersion: 3,
      packages: {
        "": { name: "own", dependencies: Object.fromEntries(names.map((name) => [name, "1.0.0"])) },
        ...Object.fromEntries(
          names.map((name) => {
            const url = new Map(Object.entries(funded)).get(name);
            const resolved = `https://registry.example/${name}/-/${name}-1.0.0.tgz`;
            return [
              `node_modules/${name}`,
              { version: "1.0.0", resolved, ...(url === undefined ? {} : { funding: { url } }) },
            ];
          }),
        ),
      },
    }),
  });
  await perform(recordDonation, runtime, actor, {
    payee: "Ann",
    currency,
    amount: "400",
    day: "2026-05-04",
    kind: "sponsorship",
    project: "pkg:npm/a",
  });
}
