import { describe, expect, test } from "vitest";
import { type Draft, donationOf } from "./donation-draft.ts";

const draft: Draft = {
  payee: " curl ",
  amount: "2500,50",
  currency: "eur",
  day: "2026-11-18",
  kind: "donation",
  goesTo: "projects",
  shares: [{ project: "github.com/curl/curl", name: "curl", weight: "3" }],
  reference: "",
  cameBack: "unsaid",
};

describe("a donation that is written", () => {
  test("is sent with its amount as a decimal string", () => {
    expect(donationOf(draft, "en")).toEqual({
      payee: "curl",
      amount: "2500.50",
      currency: "EUR",
      day: "2026-11-18",
      kind: "donation",
      projects: [{ project: "github.com/curl/curl", weight: 3 }],
    });
  });

  test("to the tail names no project, and a line without a project is left out", () => {
    expect(donationOf({ ...draft, goesTo: "tail" }, "en")).not.toHaveProperty("projects");
    const shares = [...draft.shares, { project: "", name: "", weight: "1" }];
    expect(donationOf({ ...draft, shares }, "en")).toMatchObject({ projects: [{ weight: 3 }] });
  });

  test("what nobody has said of what came back stays unsaid", () => {
    expect(donationOf(draft, "en")).not.toHaveProperty("pledge");
    expect(donationOf({ ...draft, kind: "contract", cameBack: "no" }, "en")).toMatchObject({
      pledge: { beyondIncidentalBenefit: false },
    });
  });

  test.each([
    [{ payee: " " }, ["payee"]],
    [{ amount: "0,00" }, ["amount"]],
    [{ amount: "much" }, ["amount"]],
    [{ shares: [] }, ["project"]],
    [{ shares: [{ project: "x", name: "x", weight: "1,5" }] }, ["weight"]],
    [{ payee: "", amount: "", shares: [] }, ["payee", "amount", "project"]],
  ] as const)("%j lacks %j", (change, problems) => {
    expect(donationOf({ ...draft, ...change }, "en")).toEqual(problems);
  });
});
