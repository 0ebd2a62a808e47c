import { sql } from "drizzle-orm";
import { cycloneDx } from "@headwater/operations/testing/cyclone-dx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hammer } from "./testing/hammer.ts";
import { textAt, valueAt, type Answer } from "./testing/ask.ts";
import type { Credentials } from "./testing/company.ts";
import { testServer, type TestServer } from "./testing/server.ts";

let server: TestServer;
let key: Credentials;
beforeAll(async () => {
  server = await testServer();
  key = server.ours.keys.owner;
});
afterAll(() => server.close());

function post(path: string, body: unknown, idempotencyKey: string, who: Credentials = key): Promise<Answer> {
  return server.askAs(who, {
    method: "POST",
    path: `/api/v1${path}`,
    body,
    headers: { "idempotency-key": idempotencyKey },
  });
}

const replayed = (answer: Answer): unknown => answer.headers["idempotency-replayed"];
const teams = async (who: Credentials = key): Promise<string> =>
  (await server.askAs(who, { path: "/api/v1/teams?limit=1000" })).text;
const count = (text: string, part: string): number => text.split(part).length - 1;

it("answers a request that is sent again with the first status and body, and does it once", async () => {
  const body = { slug: "again", name: "Again" };
  const first = await post("/teams", body, "again");
  const second = await post("/teams", body, "again");
  expect([first.status, replayed(first)]).toEqual([201, undefined]);
  expect([second.status, second.text, second.headers["content-type"], replayed(second)]).toEqual([
    201,
    first.text,
    first.headers["content-type"],
    "true",
  ]);
  expect(count(await teams(), '"again"')).toBe(1);
});

it("refuses the same key with another body", async () => {
  await post("/teams", { slug: "one-body", name: "One" }, "bodies");
  const other = await post("/teams", { slug: "other-body", name: "Other" }, "bodies");
  expect([other.status, valueAt(other.json, "code")]).toEqual([422, "idempotency-key-reused"]);
  expect(await teams()).not.toContain("other-body");
});

it("keeps a refusal: what was refused once is refused again, although it could be done now", async () => {
  const body = { slug: "below-later", name: "Below", parent: "later" };
  const refused = await post("/teams", body, "kept-refusal");
  expect(refused.status).toBe(422);
  await post("/teams", { slug: "later", name: "Later" }, "later");
  const again = await post("/teams", body, "kept-refusal");
  expect([again.status, again.text, again.headers["content-type"], replayed(again)]).toEqual([
    422,
    refused.text,
    "application/problem+json",
    "true",
  ]);
  expect((await post("/teams", body, "new-key")).status).toBe(201);
});

it("keeps no failure of the server: the same request is done when it can be", async () => {
  const body = { slug: "after-failure", name: "After" };
  const broken = (currency: string) =>
    server.database.transaction({ organizationId: server.ours.organizationId }, (db) =>
      db.execute(sql`update organizations set currency = ${currency}`),
    );
  await broken("QQQ");
  expect((await post("/teams", body, "failure")).status).toBe(500);
  await broken("USD");
  const done = await post("/teams", body, "failure");
  expect([done.status, replayed(done)]).toEqual([201, undefined]);
});

it("knows a key by organization, method and address", async () => {
  const theirs = await post("/teams", { slug: "scoped", name: "Theirs" }, "scope", server.theirs.keys.owner);
  const ours = await post("/teams", { slug: "scoped", name: "Ours" }, "scope");
  const elsewhere = await post("/products", { slug: "scoped", name: "Elsewhere" }, "scope");
  const otherwise = await server.askAs(key, {
    method: "PATCH",
    path: "/api/v1/organization",
    body: { name: "Ours" },
    headers: { "idempotency-key": "scope" },
  });
  expect([theirs, ours, elsewhere, otherwise].map((answer) => [answer.status, replayed(answer)])).toEqual([
    [201, undefined],
    [201, undefined],
    [201, undefined],
    [200, undefined],
  ]);
});

it("gives a kept answer only to those who may ask for it", async () => {
  const body = { from: "2026-01-01", hourly: { amount: "110", currency: "USD" } };
  const put = (who: Credentials) =>
    server.askAs(who, {
      method: "PUT",
      path: "/api/v1/rates",
      body,
      headers: { "idempotency-key": "rates" },
    });
  expect((await put(server.ours.keys.finance)).status).toBe(200);
  const refused = await put(server.ours.keys.viewer);
  expect([refused.status, replayed(refused)]).toEqual([403, undefined]);
  expect(refused.text).not.toContain("110");
});

it("says that the first request is still running, and when to ask again", async () => {
  const place = `${server.ours.organizationId} POST /api/v1/teams running`;
  const answer = await server.database.transaction(
    { organizationId: server.ours.organizationId },
    async (db) => {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`);
      return await post("/teams", { slug: "running", name: "Running" }, "running");
    },
  );
  expect([answer.status, valueAt(answer.json, "code"), answer.headers["retry-after"]]).toEqual([
    409,
    "still-running",
    "1",
  ]);
  expect((await post("/teams", { slug: "running", name: "Running" }, "running")).status).toBe(201);
});

it.each(["", "x".repeat(201)])("refuses a key that is empty or too long", async (idempotencyKey) => {
  expect((await post("/teams", { slug: "keyless", name: "Keyless" }, idempotencyKey)).status).toBe(400);
});

it("compares uploads by their bytes, and answers with their own status", async () => {
  const upload = (bytes: Uint8Array, query = "product=shop&source=a.json&create=true&wait=true", who = key) =>
    server.askAs(who, {
      method: "POST",
      path: `/api/v1/sboms?${query}`,
      body: bytes,
      headers: { "idempotency-key": `upload ${query.includes("absent")}` },
    });
  const one = cycloneDx({ direct: ["left-pad"] });
  const first = await upload(one);
  const second = await upload(one);
  expect([first.status, second.status, replayed(second)]).toEqual([200, 200, "true"]);
  expect(textAt(second.json, "id")).toBe(textAt(first.json, "id"));
  const other = await upload(cycloneDx({ direct: ["right-pad"] }));
  expect([other.status, valueAt(other.json, "code")]).toEqual([422, "idempotency-key-reused"]);
  for (const _ of [1, 2]) expect((await upload(one, "product=absent&source=a.json")).status).toBe(404);
  expect((await upload(one, "product=shop&source=a.json", server.ours.keys.viewer)).status).toBe(403);
});

it("writes 20 rows of 1,000 requests at once on 20 keys", async () => {
  const project = "github.com/curl/curl";
  await post("/projects", { slug: project }, "project");
  const report = await hammer({
    ask: (question) => server.askAs(key, question),
    project,
    posts: 1_000,
    keys: 20,
    atOnce: 100,
  });
  expect(report).toMatchObject({ rows: 20, answered: 1_000, distinctIds: 20, disagreeing: 0 });
});
