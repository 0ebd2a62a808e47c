import { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confidenceActions } from "@headwater/operations/ratios/confidence";
import { routes } from "./rest/routes.ts";
import { textAt, valueAt, type Answer } from "./testing/ask.ts";
import { questionOf } from "./testing/calls.ts";
import type { Credentials } from "./testing/company.ts";
import { examples } from "./testing/examples.ts";
import { plant, type Planted } from "./testing/plant.ts";
import { testServer, type TestServer } from "./testing/server.ts";

let server: TestServer;
let planted: Planted;
let key: Credentials;
beforeAll(async () => {
  server = await testServer();
  key = server.ours.keys.owner;
  planted = await plant(server, server.ours, "machine");
});
afterAll(() => server.close());

const get = (path: string): Promise<Answer> => server.askAs(key, { path: `/api/v1${path}` });
const send = (method: string, path: string, body: unknown, headers = {}): Promise<Answer> =>
  server.askAs(key, { method, path: `/api/v1${path}`, body, headers });

describe("the description in OpenAPI 3.1", () => {
  it("names every address of the table with its method, its parameters and its answers", async () => {
    const { json } = await get("/openapi.json");
    expect(valueAt(json, "openapi")).toMatch(/^3\.1\./);
    for (const route of routes) {
      const described = valueAt(json, "paths", route.path, route.method);
      expect([route.path, valueAt(described, "operationId")]).toEqual([route.path, route.operation.name]);
      for (const [, name] of route.path.matchAll(/\{(\w+)\}/g))
        expect(listAt(described, "parameters")).toContainEqual(
          expect.objectContaining({ name, in: "path", required: true }),
        );
      expect(
        valueAt(described, "responses", String(route.status), "content", "application/json", "schema"),
      ).toBeTypeOf("object");
      expect(
        valueAt(described, "responses", "default", "content", "application/problem+json", "schema", "$ref"),
      ).toBe("#/components/schemas/Problem");
      if (route.operation.effect === "write")
        expect(listAt(described, "parameters")).toContainEqual(
          expect.objectContaining({ name: "Idempotency-Key", in: "header" }),
        );
    }
    const ids = routes.map((route) => route.operation.name);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("refers to nothing that it does not hold", async () => {
    const { json } = await get("/openapi.json");
    const references = [...JSON.stringify(json).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(references.length).toBeGreaterThan(0);
    for (const reference of new Set(references)) {
      expect(reference).toMatch(/^#\//);
      expect([reference, valueAt(json, ...reference.slice(2).split("/"))]).toEqual([
        reference,
        expect.any(Object),
      ]);
    }
  });

  it("is a document of its specification: every part has what OpenAPI requires", async () => {
    const { json } = await get("/openapi.json");
    const Schema = z.record(z.string(), z.unknown());
    const Parameter = z.object({
      name: z.string().min(1),
      in: z.enum(["query", "path", "header"]),
      required: z.boolean().optional(),
      schema: Schema,
    });
    const Content = z.record(z.string().includes("/"), z.object({ schema: Schema }));
    const Method = z.object({
      operationId: z.string(),
      summary: z.string().min(1),
      tags: z.array(z.string()).min(1),
      parameters: z.array(Parameter),
      requestBody: z.object({ required: z.boolean(), content: Content }).optional(),
      responses: z.record(
        z.string().regex(/^(?:\d{3}|default)$/),
        z.object({ description: z.string(), content: Content }),
      ),
    });
    const Document = z.object({
      openapi: z.literal("3.1.0"),
      info: z.object({ title: z.string(), version: z.string() }).loose(),
      servers: z.array(z.object({ url: z.url() })),
      security: z.array(z.record(z.string(), z.array(z.string()))),
      paths: z.record(
        z.string().startsWith("/"),
        z
          .record(z.enum(["get", "post", "put", "patch", "delete"]), Method)
          .or(z.partialRecord(z.enum(["get", "post", "put", "patch", "delete"]), Method)),
      ),
      components: z.object({
        schemas: z.record(z.string(), Schema),
        securitySchemes: z.record(z.string(), z.object({ type: z.enum(["http", "apiKey"]) }).loose()),
      }),
    });
    const parsed = Document.safeParse(json);
    expect(parsed.success ? [] : parsed.error.issues.slice(0, 5)).toEqual([]);
  });

  it("can be read as a page without scripts", async () => {
    const page = await get("/docs");
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.text).not.toContain("<script");
    for (const route of routes)
      expect(page.text).toContain(`${route.method.toUpperCase()} /api/v1${route.path}`);
  });
});

describe("every answer to a read", () => {
  const reads = routes.filter((route) => route.method === "get").map((route) => [route.path, route] as const);
  // Nothing planted is left to be proposed, or is paid through GitHub; a key is nobody, and has no week of its own.
  const mayBeEmpty = ["/mapping-proposals", "/contributions:week", "/rounds/{id}/sponsors"];
  it.each(reads)("of %s is what is described", async (_, route) => {
    const given = examples[route.operation.name]?.input(planted, server.ours, "owner") ?? {};
    const answer = await server.askAs(key, questionOf(route, given));
    expect(answer.status).toBe(200);
    const parsed = strict(route.operation.output).safeParse(answer.json);
    expect(parsed.success ? [] : parsed.error.issues.slice(0, 5)).toEqual([]);
    const items = valueAt(answer.json, "items");
    if (Array.isArray(items) && !mayBeEmpty.includes(route.path)) expect(items.length).toBeGreaterThan(0);
  });

  it("gives money as decimal text in the currency's places", async () => {
    await send("POST", "/donations", {
      payee: "Precise",
      amount: "18095.24",
      currency: "USD",
      day: "2026-11-02",
      kind: "donation",
      tail: true,
    });
    await send("POST", "/donations", {
      payee: "No places",
      amount: "5000",
      currency: "JPY",
      day: "2026-11-02",
      kind: "donation",
      tail: true,
    });
    const listed = await get("/donations");
    expect(listed.text).toContain('"amount":"18095.24"');
    expect(listAt(listed.json, "items").filter((item) => valueAt(item, "currency") === "JPY")).toMatchObject([
      { amount: "5000", value: null, valueUnknown: expect.stringMatching(/\S/) },
    ]);
    for (const text of [listed.text, (await get("/ratios")).text, (await get("/summary")).text])
      expect(text).not.toMatch(/"(?:amount|giveBack|cash|timeValue|fairShare|gap|target)":-?\d/);
  });
});

it("names with each low measure a call that is served", () => {
  const low = { seenProducts: 0, confirmedUsage: 0, assumedUsage: 1, loggedHours: 0, linkedPeople: 0 };
  const actions = confidenceActions(low);
  expect(actions.map(({ measure }) => measure)).toEqual(Object.keys(low));
  const served = new Set([
    "POST /sboms",
    ...routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
  ]);
  for (const { call } of actions)
    for (const [, method, path] of call.matchAll(/([A-Z]+) \/api\/v1(\/[^\s,?]+)/g))
      expect(served).toContain(`${method} ${path}`);
});

describe("lists", () => {
  it("agree page by page while rows are added", async () => {
    for (let row = 1; row <= 7; row += 1)
      await send("POST", "/contributions", {
        project: planted.project,
        day: "2026-11-04",
        minutes: row,
        kind: "docs",
      });
    const all = ids((await get("/contributions?limit=1000")).json);
    const seen: string[] = [];
    for (let query: string | null = ""; query !== null;) {
      const page = await get(`/contributions?limit=2${query}`);
      seen.push(...ids(page.json));
      query = valueAt(page.json, "nextCursor") === null ? null : `&cursor=${textAt(page.json, "nextCursor")}`;
      await send("POST", "/contributions", {
        project: planted.project,
        day: "2026-11-05",
        minutes: 9,
        kind: "docs",
      });
    }
    expect(seen).toEqual(all);
  });

  it("hold the first and the last day that are asked for", async () => {
    for (const day of ["2026-09-09", "2026-09-10", "2026-09-11", "2026-09-12"]) {
      await send("POST", "/contributions", { project: planted.project, day, minutes: 5, kind: "test" });
      await send("POST", "/donations", {
        payee: day,
        amount: "1",
        currency: "USD",
        day,
        kind: "grant",
        pooled: true,
      });
    }
    for (const list of ["contributions", "donations"]) {
      const answer = await get(`/${list}?from=2026-09-10&to=2026-09-11`);
      expect(listAt(answer.json, "items").map((item) => valueAt(item, "day"))).toEqual([
        "2026-09-11",
        "2026-09-10",
      ]);
    }
  });

  it("come as CSV where that is asked for, with no cell that a spreadsheet would run", async () => {
    await send("POST", "/contributions", {
      project: planted.project,
      day: "2026-11-06",
      minutes: 3,
      kind: "docs",
      note: '=HYPERLINK("http://evil.example")',
    });
    const csv = await get("/contributions?format=csv");
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(csv.text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });
});

it("changes settings only from what was read: If-Match with another ETag is 412", async () => {
  const read = await get("/organization");
  const etag = String(read.headers["etag"]);
  expect(
    (await server.askAs(key, { path: "/api/v1/organization", headers: { "if-none-match": etag } })).status,
  ).toBe(304);
  const changed = await send("PATCH", "/organization", { weekStart: 7 }, { "if-match": etag });
  expect(changed.status).toBe(200);
  expect(changed.headers["etag"]).not.toBe(etag);
  const late = await send("PATCH", "/organization", { weekStart: 1 }, { "if-match": etag });
  expect([late.status, valueAt(late.json, "code")]).toEqual([412, "changed-meanwhile"]);
  expect(valueAt((await get("/organization")).json, "weekStart")).toBe(7);
});

describe("a key for uploads alone", () => {
  it("is told by Dependency-Track's set-up what it may do", async () => {
    const permissions = async (who: Credentials): Promise<unknown> =>
      valueAt((await server.askAs(who, { path: "/api/v1/team/self" })).json, "permissions");
    const upload = [{ name: "BOM_UPLOAD" }, { name: "PROJECT_CREATION_UPLOAD" }];
    expect(await permissions(server.ours.narrow)).toEqual(upload);
    expect(await permissions(key)).toEqual([...upload, { name: "VIEW_PORTFOLIO" }]);
  });

  it.each(["/bom", "/sboms?product=x"])("is asked for before the body of %s is read", async (path) => {
    const { viewer } = server.ours.keys;
    const method = path === "/bom" ? "PUT" : "POST";
    const answer = await server.askAs(viewer, { method, path: `/api/v1${path}`, body: "no inventory" });
    expect([answer.status, valueAt(answer.json, "code")]).toEqual([403, "not-allowed"]);
  });
});

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join(".")} of ${JSON.stringify(value)}`);
  return found;
}

function ids(value: unknown): readonly string[] {
  return listAt(value, "items").map((item) => textAt(item, "id"));
}

/** The outermost object may hold nothing that is not described. */
function strict(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject ? schema.strict() : schema;
}
