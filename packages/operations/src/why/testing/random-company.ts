import { contributionKinds } from "@headwater/domain/contribution";
import fc from "fast-check";
import type { DrawnInventory } from "../../testing/cyclone-dx.ts";

export const packageNames = ["p0", "p1", "p2", "p3", "p4", "p5", "p6"];
/** The first two packages are of one repository; `github.com/beyond/it` is in no inventory. */
export const repositories = { p0: "github.com/owner/pair", p1: "github.com/owner/pair" };
export const givenTo = [
  "github.com/owner/pair",
  ...packageNames.slice(2).map((name) => `pkg:npm/${name}`),
  "github.com/beyond/it",
];
export const peopleCount = 4;

const day = fc
  .integer({ min: 0, max: 540 })
  .map((days) => new Date(Date.UTC(2025, 4, 1) + days * 86_400_000).toISOString().slice(0, 10));
const amount = fc.integer({ min: 1, max: 5_000_000 }).map((cents) => (cents / 100).toFixed(2));
const project = fc.constantFrom(...givenTo);
const basis = fc.constantFrom("logged", "imported", "estimated");

const inventory: fc.Arbitrary<DrawnInventory> = fc
  .record({
    direct: fc.uniqueArray(fc.constantFrom(...packageNames), { minLength: 1, maxLength: 4 }),
    dev: fc.uniqueArray(fc.constantFrom(...packageNames), { maxLength: 2 }),
    needs: fc.dictionary(
      fc.constantFrom(...packageNames),
      fc.uniqueArray(fc.constantFrom(...packageNames), { maxLength: 3 }),
      { maxKeys: 5 },
    ),
  })
  .map((drawn) => ({ ...drawn, repositories }));

const product = fc.record({
  tier: fc.integer({ min: 1, max: 4 }),
  weight: fc.option(
    fc.integer({ min: 1, max: 90_000 }).map((part) => part / 10_000),
    { nil: undefined },
  ),
  team: fc.constantFrom("red", "blue"),
  inUseSince: fc.option(fc.constantFrom("2025-10-01", "2026-02-15"), { nil: undefined }),
  retiredOn: fc.option(fc.constantFrom("2026-06-30", "2026-10-01"), { nil: undefined }),
  uploads: fc.array(fc.record({ day, source: fc.constantFrom("one.json", "two.json"), inventory }), {
    minLength: 1,
    maxLength: 3,
  }),
});

const contribution = fc.record({
  person: fc.integer({ min: 0, max: peopleCount - 1 }),
  project,
  day,
  minutes: fc.integer({ min: 1, max: 1440 }),
  kind: fc.constantFrom(...contributionKinds),
  basis,
  reversed: fc.constantFrom(true, false, false),
});

const attribution = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(project, { minLength: 1, maxLength: 3 })
      .chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            fc.record({ project: fc.constant(name), weight: fc.integer({ min: 1, max: 9 }) }),
          ),
        ),
      )
      .map((projects) => ({ projects })),
  },
  { weight: 1, arbitrary: fc.constant({ tail: true as const }) },
  { weight: 1, arbitrary: fc.constant({ pooled: true as const }) },
);

const donation = fc.record({
  amount,
  // For GBP nobody says a rate.
  currency: fc.constantFrom("USD", "USD", "EUR", "JPY", "GBP"),
  day,
  kind: fc.constantFrom("sponsorship", "membership", "in-kind", "contract", "bounty"),
  basis,
  attribution,
  reversed: fc.constantFrom(true, false, false),
});

/** A small company as its operations are called: nothing of it is written past them. */
export const anyCompany = fc.record({
  currency: fc.constantFrom("USD", "EUR"),
  floor: fc.constantFrom(0, 20),
  fiscalYearStart: fc.constantFrom(1, 4),
  smallestGift: fc.constantFrom("50.00", "900.00"),
  controlled: fc.option(fc.constantFrom("pkg:npm/p5", "github.com/owner/pair"), { nil: undefined }),
  products: fc.array(product, { minLength: 1, maxLength: 3 }),
  rateFrom: fc.constantFrom("2025-01-01", "2026-01-01"),
  /** A rate stands for a week: every twelfth day leaves days without one. */
  exchangeEvery: fc.constantFrom(7, 12),
  contributions: fc.array(contribution, { minLength: 2, maxLength: 14, size: "max" }),
  donations: fc.array(donation, { minLength: 1, maxLength: 9, size: "max" }),
  targets: fc.uniqueArray(
    fc.record({
      year: fc.integer({ min: 2024, max: 2026 }),
      amount: fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
    }),
    { selector: (one) => one.year, maxLength: 3, size: "max" },
  ),
  headcounts: fc.array(
    fc.record({
      month: fc.constantFrom("2025-03", "2025-11", "2026-02", "2026-05", "2026-07"),
      developers: fc.integer({ min: 0, max: 9000 }).map((part) => part / 100),
    }),
    { maxLength: 4 },
  ),
  period: fc.constantFrom("ttm", "2026", "2026", "2026-Q1", "2026-05", "2025-10..2026-05", "fy2025"),
  filter: fc.oneof(
    fc.record({ product: fc.constant("product-0") }),
    fc.record({ basis }),
    fc.record({ team: fc.constantFrom("red", "blue") }),
    fc.record({ product: fc.constant("product-0"), basis, team: fc.constant("red") }),
  ),
});

export type DrawnCompany = typeof anyCompany extends fc.Arbitrary<infer Company> ? Company : never;
