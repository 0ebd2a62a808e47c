import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, textAt, valueAt } from "./testing/ask.ts";
import type { Credentials } from "./testing/company.ts";
import { plant } from "./testing/plant.ts";
import { testServer, type TestServer } from "./testing/server.ts";

let server: TestServer;
let key: Credentials;
beforeAll(async () => {
  server = await testServer();
  key = server.ours.keys.owner;
  await plant(server, server.ours, "machine");
});
afterAll(() => server.close());

const send = (method: string, path: string, body: unknown): Promise<Answer> =>
  server.askAs(key, { method, path: `/api/v1${path}`, body });

describe("a problem document", () => {
  const time = { project: "github.com/machine/kernel", day: "2026-11-02", minutes: 30, kind: "code" };
  const money = {
    payee: "Somebody",
    amount: "10",
    currency: "USD",
    day: "2026-11-02",
    kind: "donation",
    tail: true,
  };
  const { tail: _, ...split } = money;
  const cases: readonly (readonly [string, string, string, unknown, number, string])[] = [
    [
      "an unknown project",
      "POST",
      "/contributions",
      { ...time, project: "github.com/no/such" },
      422,
      "project",
    ],
    ["the 30th of February", "POST", "/contributions", { ...time, day: "2026-02-30" }, 422, "day"],
    ["a day in words", "POST", "/contributions", { ...time, day: "yesterday" }, 422, "day"],
    ["no minutes", "POST", "/contributions", { ...time, minutes: 0 }, 422, "minutes"],
    ["half a minute", "POST", "/contributions", { ...time, minutes: 1.5 }, 422, "minutes"],
    ["more minutes than a day has", "POST", "/contributions", { ...time, minutes: 1441 }, 422, "minutes"],
    ["minutes in letters", "POST", "/contributions", { ...time, minutes: "x" }, 422, "minutes"],
    ["an unknown kind of time", "POST", "/contributions", { ...time, kind: "thinking" }, 422, "kind"],
    [
      "a person whom nobody knows",
      "POST",
      "/contributions",
      { ...time, person: "nobody@example.com" },
      422,
      "person",
    ],
    ["an unknown currency", "POST", "/donations", { ...money, currency: "QQQ" }, 422, "currency"],
    ["a negative amount", "POST", "/donations", { ...money, amount: "-1" }, 422, "amount"],
    ["an amount finer than the currency", "POST", "/donations", { ...money, amount: "1.234" }, 422, "amount"],
    ["an amount as a number", "POST", "/donations", { ...money, amount: 10 }, 422, "amount"],
    ["an unknown kind of money", "POST", "/donations", { ...money, kind: "bribe" }, 422, "kind"],
    [
      "a weight of nothing",
      "POST",
      "/donations",
      { ...split, projects: [{ project: time.project, weight: 0 }] },
      422,
      "projects.0.weight",
    ],
    [
      "half a weight",
      "POST",
      "/donations",
      { ...split, projects: [{ project: time.project, weight: 0.5 }] },
      422,
      "projects.0.weight",
    ],
    ["money for nobody", "POST", "/donations", split, 422, "projects"],
    ["money for two ways at once", "POST", "/donations", { ...money, pooled: true }, 422, "projects"],
    ["an unknown team", "POST", "/products", { slug: "teamless", team: "no-such" }, 422, "team"],
    ["a tier that there is not", "POST", "/products", { slug: "fifth", tier: 5 }, 422, "tier"],
    ["an address that is none", "POST", "/products", { slug: "No Slug" }, 422, "slug"],
    ["an unknown product", "POST", "/sboms?product=no-such", "{}", 404, "product"],
    ["a bad period", "GET", "/ratios?period=sometime", undefined, 422, "period"],
    [
      "a period that ends before it begins",
      "GET",
      "/summary?period=2026-08..2026-03",
      undefined,
      422,
      "period",
    ],
    ["an unknown team to look at", "GET", "/ratios?team=no-such", undefined, 422, "team"],
    ["an unknown product to look at", "GET", "/ratios?product=no-such", undefined, 404, "product"],
    ["an unknown team in the ledger of time", "GET", "/contributions?team=no-such", undefined, 422, "team"],
    ["an unknown team in the ledger of money", "GET", "/donations?team=no-such", undefined, 422, "team"],
    ["an unknown project in the ledger", "GET", "/donations?project=no/such", undefined, 422, "project"],
    ["an unknown project of packages", "GET", "/package-projects?project=no/such", undefined, 422, "project"],
    ["an unknown basis", "GET", "/package-projects?basis=guess", undefined, 422, "basis"],
    ["an unknown basis of time", "GET", "/contributions?basis=guess", undefined, 422, "basis"],
    ["an ecosystem of which nothing is known", "GET", "/ratios?ecosystem=nmp", undefined, 422, "ecosystem"],
    ["such an ecosystem by itself", "GET", "/ratios?by=ecosystem&ecosystem=nmp", undefined, 422, "ecosystem"],
    [
      "a span that ends before it begins",
      "GET",
      "/contributions?from=2026-09-11&to=2026-09-10",
      undefined,
      422,
      "to",
    ],
    ["such a span of money", "GET", "/donations?from=2026-09-11&to=2026-09-10", undefined, 422, "to"],
    ["a thing that is none in the audit", "GET", "/audit?entity=curl", undefined, 422, "entity"],
    ["a number that there is not", "GET", "/why?number=happiness", undefined, 422, "number"],
    ["a bad cursor", "GET", "/contributions?cursor=nonsense", undefined, 422, "cursor"],
    [
      "another list's cursor",
      "GET",
      `/donations?cursor=${Buffer.from('["ctr_a","ctr_b"]').toString("base64url")}`,
      undefined,
      422,
      "cursor",
    ],
    ["too many at once", "GET", "/contributions?limit=1001", undefined, 422, "limit"],
    [
      "a rate that is none",
      "PUT",
      "/exchange-rates",
      { base: "EUR", quote: "USD", day: "2026-11-02", rate: "0", source: "x" },
      422,
      "rate",
    ],
    ...[null, "", true, "40", []].map(
      (developers) =>
        [
          `developers as ${JSON.stringify(developers)}`,
          "PUT",
          "/headcount/2026-10",
          { developers },
          422,
          "developers",
        ] as const,
    ),
    ["an unknown format", "GET", "/ratios?format=xml", undefined, 422, "format"],
    ["a format that a list has not", "GET", "/products?format=csv", undefined, 422, "format"],
    [
      "an unknown product of Dependency-Track's",
      "PUT",
      "/bom",
      { projectName: "no-such", bom: "e30=" },
      404,
      "projectName",
    ],
    ["a month that there is not", "PUT", "/headcount/2026-13", { developers: 1 }, 422, "month"],
    ["a scope that there is not", "POST", "/keys", { name: "x", scope: "everything" }, 422, "scope"],
    [
      "a key that has expired before it began",
      "POST",
      "/keys",
      { name: "x", scope: "viewer", expiresAt: "2020-01-01T00:00:00Z" },
      422,
      "expiresAt",
    ],
    [
      "a time zone that there is not",
      "PATCH",
      "/organization",
      { timeZone: "Mars/Olympus" },
      422,
      "timeZone",
    ],
  ];
  it.each(cases)(
    "of %s names the field and says what to do",
    async (_name, method, path, body, status, field) => {
      const answer = await send(method, path, body);
      expect([answer.status, answer.headers["content-type"]]).toEqual([status, "application/problem+json"]);
      expect(answer.json).toMatchObject({
        type: expect.stringMatching(/^urn:headwater:problem:/),
        title: expect.any(String),
        status,
        code: expect.stringMatching(/^[a-z-]+$/),
      });
      expect(textAt(answer.json, "detail").length).toBeGreaterThan(10);
      expect(listAt(answer.json, "errors").map((error) => valueAt(error, "field"))).toContain(field);
    },
  );
});

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join(".")} of ${JSON.stringify(value)}`);
  return found;
}
