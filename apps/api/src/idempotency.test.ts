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

it("refuses the same key with another query", async () => {
  const remove = (query: string) =>
    server.askAs(key, {
      method: "DELETE",
      path: `/api/v1/keys/key_00000000000000000000000000${query}`,
      headers: { "idempotency-key": "queries" },
    });
  const first = await remove("?version=1");
  expect([first.status, replayed(await remove("?version=1"))]).toEqual([404, "true"]);
  const other = await remove("?version=2");
  expect([other.status, valueAt(other.json, "code")]).toEqual([422, "idempotency-key-reused"]);
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

it("compares an upload's query too: another product, source or instant is another request", async () => {
  const upload = (query: string) =>
    server.askAs(key, {
      method: "POST",
      path: `/api/v1/sboms?${query}`,
      body: cycloneDx({ direct: ["left-pad"] }),
      headers: { "idempotency-key": "queries" },
    });
  expect((await upload("product=query&source=a.json&create=true&wait=true")).status).toBe(200);
  const reordered = await upload("wait=true&create=true&source=a.json&product=query");
  expect([reordered.status, replayed(reordered)]).toEqual([200, "true"]);
  for (const query of [
    "product=other&source=a.json&create=true&wait=true",
    "product=query&source=b.json&create=true&wait=true",
    "product=query&source=a.json&create=true&wait=true&takenAt=2026-01-01T00:00:00Z",
  ]) {
    const other = await upload(query);
    expect([query, other.status, valueAt(other.json, "code")]).toEqual([
      query,
      422,
      "idempotency-key-reused",
    ]);
  }
});

it("takes an upload of Dependency-Track's clients once, whatever boundary its form has", async () => {
  const bom = Buffer.from(cycloneDx({ direct: ["left-pad"] }));
  const headers = { "idempotency-key": "token" };
  const put = (body: object) =>
    server.askAs(key, {
      method: "PUT",
      path: "/api/v1/bom",
      body: { ...body, bom: bom.toString("base64") },
      headers,
    });
  const first = await put({ projectName: "once", autoCreate: "true" });
  const again = await put({ autoCreate: true, projectName: "once", unknown: 1 });
  expect([first.status, again.status, replayed(again), again.text]).toEqual([200, 200, "true", first.text]);
  const other = await put({ projectName: "twice", autoCreate: "true" });
  expect(other.json).toMatchObject({ status: 422, code: "idempotency-key-reused", errors: [{ field: "" }] });
  const post = (boundary: string) =>
    server.askAs(key, {
      method: "POST",
      path: "/api/v1/bom",
      headers: { "idempotency-key": "form", "content-type": `multipart/form-data; boundary=${boundary}` },
      body: [
        `--${boundary}\r\nContent-Disposition: form-data; name="projectName"\r\n\r\nonce\r\n`,
        `--${boundary}\r\nContent-Disposition: form-data; name="bom"\r\n\r\n${bom.toString("utf8")}\r\n`,
        `--${boundary}--\r\n`,
      ].join(""),
    });
  const [one, two] = [await post("first-part"), await post("second-part")];
  expect([one.status, two.status, replayed(two), two.text]).toEqual([200, 200, "true", one.text]);
});

it("adds a member once, and shows the first password once", async () => {
  const body = { name: "Nia", email: "nia@example.com", role: "viewer" };
  const [first, again] = [await post("/members", body, "nia"), await post("/members", body, "nia")];
  expect([first.status, again.status, replayed(again)]).toEqual([201, 201, "true"]);
  expect(textAt(first.json, "password")).toMatch(/^\S{20,}$/);
  expect(again.json).toEqual({ ...Object(first.json), password: null });
  expect((await post("/members", { ...body, role: "owner" }, "nia")).status).toBe(422);
  const { text } = await server.askAs(key, { path: "/api/v1/members?limit=1000" });
  expect(count(text, "nia@example.com")).toBe(1);
});

it("gives the ETag of settings with a key as without", async () => {
  const change = () =>
    server.askAs(key, {
      method: "PATCH",
      path: "/api/v1/organization",
      body: { weekStart: 3 },
      headers: { "idempotency-key": "etag" },
    });
  const [first, again] = [await change(), await change()];
  const { headers } = await server.askAs(key, { path: "/api/v1/organization" });
  expect([first.headers["etag"], again.headers["etag"]]).toEqual([headers["etag"], headers["etag"]]);
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
