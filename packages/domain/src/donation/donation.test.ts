import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attributeDonation,
  checkDonationSign,
  isCash,
  parseAttribution,
  parseDonationKind,
  pledgeEligible,
  reversalOf,
  splitDonation,
} from "./index.ts";
import type { PledgeFacts } from "./index.ts";

const shares = fc.uniqueArray(
  fc.record({ project: fc.string({ minLength: 1 }), weight: fc.bigInt({ min: 1n, max: 10n ** 12n }) }),
  {
    selector: ({ project }) => project,
    minLength: 1,
    maxLength: 30,
  },
);
const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const sum = (parts: readonly bigint[]): bigint => parts.reduce((left, right) => left + right, 0n);

describe("the attribution of a donation", () => {
  it("gives every minor unit to some project, and the reversal takes the same back from each", () => {
    fc.assert(
      fc.property(amount, shares, (whole, written) => {
        const attribution = parseAttribution(written);
        if ("error" in attribution) expect.fail(attribution.error.message);
        const parts = attributeDonation(whole, attribution);
        expect(sum(parts.map(({ amountMinor }) => amountMinor))).toBe(whole);
        expect(parts.map(({ project }) => project)).toEqual(written.map(({ project }) => project));
        const back = attributeDonation(-whole, attribution);
        expect(back.map(({ amountMinor }) => -amountMinor)).toEqual(
          parts.map(({ amountMinor }) => amountMinor),
        );
      }),
    );
  });

  it("leaves out the projects of what goes to the tail or is pooled", () => {
    expect(attributeDonation(1_000_000n, { to: "tail" })).toEqual([]);
    expect(attributeDonation(1_000_000n, { to: "pooled" })).toEqual([]);
  });

  it.each([
    [10_000n, [1n, 1n, 1n], [3_334n, 3_333n, 3_333n]],
    [-10_000n, [1n, 1n, 1n], [-3_334n, -3_333n, -3_333n]],
    [1n, [1n, 3n], [0n, 1n]],
    [500_000n, [7n], [500_000n]],
  ])("splits %s by %s into %s", (whole, weights, parts) => {
    expect(splitDonation(whole, weights)).toEqual(parts);
  });

  it("splits nothing by weights of nothing", () => {
    expect(splitDonation(100n, [])).toBeNull();
    expect(splitDonation(100n, [0n, 0n])).toBeNull();
  });

  it.each([
    [[], "no-projects"],
    [[{ project: "a", weight: 0n }], "bad-weight"],
    [[{ project: "a", weight: -1n }], "bad-weight"],
    [[{ project: "a", weight: 10n ** 12n + 1n }], "bad-weight"],
    [
      [
        { project: "a", weight: 1n },
        { project: "a", weight: 2n },
      ],
      "project-twice",
    ],
    [
      Array.from({ length: 1_001 }, (_, index) => ({ project: `p${index}`, weight: 1n })),
      "too-many-projects",
    ],
  ])("refuses shares number %# as %s", (written, code) => {
    expect(parseAttribution(written)).toMatchObject({ error: { code } });
  });
});

describe("the Pledge", () => {
  const unsaid: PledgeFacts = {
    kind: "sponsorship",
    trademarkOwned: null,
    benefitsOnlyOwnEcosystem: null,
    payeeEmployed: null,
    beyondIncidentalBenefit: null,
    openSourceOrFoundation: null,
  };

  it.each<[Partial<PledgeFacts>, object]>([
    [{}, { kind: "eligible" }],
    [{ kind: "donation" }, { kind: "eligible" }],
    [{ kind: "membership" }, { kind: "eligible" }],
    [{ kind: "grant" }, { kind: "eligible" }],
    [{ kind: "bounty" }, { kind: "eligible" }],
    [{ kind: "matched-giving" }, { kind: "eligible" }],
    [{ kind: "in-kind" }, { kind: "not-eligible", reason: "in-kind" }],
    [
      { kind: "in-kind", beyondIncidentalBenefit: false },
      { kind: "not-eligible", reason: "in-kind" },
    ],
    [{ trademarkOwned: true }, { kind: "not-eligible", reason: "trademark-owned" }],
    [{ benefitsOnlyOwnEcosystem: true }, { kind: "not-eligible", reason: "own-ecosystem" }],
    [{ payeeEmployed: true }, { kind: "not-eligible", reason: "salary" }],
    [{ openSourceOrFoundation: false }, { kind: "not-eligible", reason: "not-open-source" }],
    [{ beyondIncidentalBenefit: true }, { kind: "not-eligible", reason: "beyond-incidental-benefit" }],
    [{ kind: "contract" }, { kind: "unknown", reason: "buys-work" }],
    [{ kind: "contract", beyondIncidentalBenefit: false }, { kind: "eligible" }],
    [
      { kind: "contract", beyondIncidentalBenefit: true },
      { kind: "not-eligible", reason: "beyond-incidental-benefit" },
    ],
    [
      { kind: "contract", trademarkOwned: true },
      { kind: "not-eligible", reason: "trademark-owned" },
    ],
    [{ kind: "event" }, { kind: "unknown", reason: "buys-presence" }],
    [{ kind: "event", beyondIncidentalBenefit: false }, { kind: "eligible" }],
    [
      {
        trademarkOwned: false,
        payeeEmployed: false,
        beyondIncidentalBenefit: false,
        openSourceOrFoundation: true,
      },
      { kind: "eligible" },
    ],
  ])("takes %j as %j", (facts, expected) => {
    expect(pledgeEligible({ ...unsaid, ...facts })).toMatchObject(expected);
  });
});

describe("the sign of a donation", () => {
  it.each([
    [100n, null, null, null],
    [0n, null, null, "amount-zero"],
    [-1n, null, null, "amount-negative"],
    [-100n, "don_1", 100n, null],
    [-40n, "don_1", 100n, null],
    [-101n, "don_1", 100n, "reversal-exceeds"],
    [-1n, "don_1", 0n, "reversal-exceeds"],
    [-1n, "don_1", null, "reversal-exceeds"],
    [1n, "don_1", 100n, "reversal-positive"],
    [0n, "don_1", 100n, "amount-zero"],
  ])("%s reversing %s with %s left: %s", (amountMinor, reverses, left, code) => {
    expect(checkDonationSign({ amountMinor, reverses }, left)?.code ?? null).toBe(code);
  });

  it("lets the whole of a gift be taken back once, and then nothing more", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (amountMinor) => {
        const reversal = reversalOf({ id: "don_1", amountMinor });
        expect(checkDonationSign(reversal, amountMinor)).toBeNull();
        expect(checkDonationSign(reversal, amountMinor + reversal.amountMinor)?.code).toBe(
          "reversal-exceeds",
        );
      }),
    );
  });
});

it("knows the kinds of money and which of them is no cash", () => {
  expect(parseDonationKind("in-kind")).toBe("in-kind");
  expect(parseDonationKind("salary")).toBeNull();
  expect(parseDonationKind("constructor")).toBeNull();
  expect(isCash("in-kind")).toBe(false);
  for (const kind of [
    "sponsorship",
    "donation",
    "membership",
    "bounty",
    "contract",
    "grant",
    "event",
    "matched-giving",
  ] as const)
    expect(isCash(kind)).toBe(true);
});
