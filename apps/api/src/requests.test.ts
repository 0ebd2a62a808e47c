import { sql } from "drizzle-orm";
import { createConnection } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textAt, valueAt, type Answer } from "./testing/ask.ts";
import type { Credentials } from "./testing/company.ts";
import { serverWithPages } from "./testing/pages.ts";
import { testServer, type TestServer } from "./testing/server.ts";

let server: TestServer;
let owner: Credentials;
let key: Credentials;

beforeAll(async () => {
  server = await serverWithPages();
  owner = server.ours.members.owner.session;
  key = server.ours.keys.owner;
});
afterAll(() => server.close());

const codeOf = (answer: Answer): unknown => valueAt(answer.json, "code");

describe("every kind of answer", () => {
  const kinds = [
    ["a page", "/"],
    ["an address of a page", "/projects/github.com/curl/curl"],
    ["a script", "/assets/app-1.js"],
    ["JSON", "/api/v1/organization"],
    ["the description", "/api/v1/docs"],
    ["its style", "/api/v1/docs.css"],
    ["an error", "/api/v1/nothing"],
    ["a refusal", "/api/v1/why?number=none"],
    ["health", "/health/live"],
    ["the session", "/api/auth/get-session"],
    ["an address of the library that is not offered", "/api/auth/error?error=%3Cscript%3E"],
    ["an export", "/api/v1/export"],
    ["a list as CSV", "/api/v1/contributions?format=csv"],
    ["a procedure", "/api/trpc/teams.list?input=%7B%7D"],
  ] as const;
  it.each(kinds)("%s allows nothing inline, no frame and no guessing", async (_, path) => {
    const { headers } = await server.askAs(owner, { path });
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["cache-control"]).toBeDefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["server"] ?? headers["x-powered-by"]).toBeUndefined();
  });

  it.each(kinds)("%s says what it is, and text in which characters", async (_, path) => {
    const { headers } = await server.askAs(owner, { path });
    const type = headers["content-type"] ?? "";
    expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/i);
    if (/^text\/|\/xml|\+xml/.test(type)) expect(type).toMatch(/charset=utf-8/i);
  });

  it("is kept by nobody where it is somebody's", async () => {
    for (const path of [
      "/api/v1/organization",
      "/api/v1/contributions",
      "/api/v1/summary",
      "/api/v1/ratios",
      "/api/v1/export",
      "/api/auth/get-session",
      "/api/trpc/teams.list?input=%7B%7D",
    ])
      expect([path, (await server.askAs(owner, { path })).headers["cache-control"]]).toEqual([
        path,
        "no-store",
      ]);
  });

  it("asks browsers for HTTPS where the public address has it", async () => {
    const secure = await testServer({ environment: { url: "https://headwater.example.com" } });
    try {
      const answer = await secure.ask({ path: "/health/live" });
      expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    } finally {
      await secure.close();
    }
  });
});

it("answers what cannot happen without a word of the inside, and logs it", async () => {
  await server.database.transaction({ organizationId: server.theirs.organizationId }, (db) =>
    db.execute(sql`update organizations set currency = 'QQQ'`),
  );
  const before = server.log.length;
  const who = server.theirs.members.owner.session;
  for (const path of [
    "/api/v1/organization",
    "/api/v1/ratios",
    "/api/v1/export",
    "/api/v1/bom/token/0198e6c0-0000-7000-8000-000000000000",
    "/api/trpc/organization.read?input=%7B%7D",
  ]) {
    const answer = await server.askAs(who, { path });
    if (path !== "/api/v1/export") expect([path, answer.status]).toEqual([path, 500]);
    expect(answer.text).not.toMatch(/ {4}at |node_modules|\.ts:|QQQ|select |file:/);
  }
  expect(server.log.slice(before).join("\n")).toContain("QQQ");
  await server.database.transaction({ organizationId: server.theirs.organizationId }, (db) =>
    db.execute(sql`update organizations set currency = 'USD'`),
  );
});

describe("files", () => {
  it.each([
    "/../beside.txt",
    "/..%2fbeside.txt",
    "/%2e%2e/beside.txt",
    "/%2e%2e%2fbeside.txt",
    "/assets/../../beside.txt",
    "/assets/..%2f..%2fbeside.txt",
    "/assets/%252e%252e/%252e%252e/beside.txt",
    "/..%5cbeside.txt",
    "//beside.txt",
    "/assets/app-1.js%00.html",
    "/%c0%ae%c0%ae/beside.txt",
    "/assets",
    "/%",
  ])("are given from their folder and no other: %s", async (path) => {
    const answer = await server.ask({ path });
    expect(answer.text).not.toContain("outside");
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).toContain("<title>Headwater</title>");
  });
});

describe("strange requests", () => {
  it("answers HEAD as GET without a body, and refuses methods that nobody offers", async () => {
    const head = await server.askAs(owner, { method: "HEAD", path: "/api/v1/organization" });
    expect([head.status, head.text]).toEqual([200, ""]);
    for (const method of ["OPTIONS", "PROPFIND", "DELETE"]) {
      const answer = await server.askAs(owner, { method, path: "/api/v1/organization" });
      expect([method, answer.status, answer.headers["access-control-allow-methods"]]).toEqual([
        method,
        404,
        undefined,
      ]);
    }
  });

  it.each(["TRACE", "CONNECT"])("survives %s and echoes nothing", async (method) => {
    const answer = await raw(
      `${method} /api/v1/organization HTTP/1.1\r\nHost: localhost\r\nCookie: echo-me\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).not.toContain("echo-me");
    expect(answer).not.toMatch(/^HTTP\/1\.1 (?:2|5)/);
    expect((await server.ask({ path: "/health/live" })).status).toBe(200);
  });

  it.each(["evil.example", "", "a b", "localhost:99999999", "[::1", "user@host", "localhost/path", "%00"])(
    "serves its own address whatever Host says: %j",
    async (host) => {
      const answer = await raw(
        `GET /api/v1/openapi.json HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
      expect(answer).not.toContain("evil.example");
    },
  );

  it("refuses more than 5 MB of JSON while it comes in, with or without its length", async () => {
    const body = JSON.stringify({ slug: "large", name: "x".repeat(5_300_000) });
    expect((await server.askAs(key, { method: "POST", path: "/api/v1/teams", body })).status).toBe(413);
    expect(
      (
        await server.askAs(key, {
          method: "POST",
          path: "/api/v1/teams",
          body,
          headers: { "transfer-encoding": "chunked" },
        })
      ).status,
    ).toBe(413);
  });

  it.each([
    ["{", "line 1, column 2"],
    ['{"slug": "a",\n "name": }', "line 2, column 10"],
    ['{"slug": "a" "name": "b"}', "line 1, column 14"],
    ["[]]", "line 1, column 3"],
    ["\u0000", "line 1, column 1"],
    [`${'{"a":'.repeat(100)}1${"}".repeat(100)}`, "line 1, column"],
  ])("names the place where JSON breaks: %j", async (body, place) => {
    const answer = await server.askAs(key, {
      method: "POST",
      path: "/api/v1/teams",
      body,
      headers: { "content-type": "application/json" },
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, "bad-request"]);
    expect(textAt(answer.json, "detail")).toContain(place);
  });

  it("takes names of JavaScript's own for ordinary names", async () => {
    const body =
      '{"__proto__": {"name": "inherited"}, "constructor": {"prototype": {"name": "inherited"}}, "slug": "polluted"}';
    const answer = await server.askAs(key, {
      method: "POST",
      path: "/api/v1/teams",
      body,
      headers: { "content-type": "application/json" },
    });
    expect([answer.status, codeOf(answer)]).toEqual([422, "bad-field"]);
    expect(
      (await server.askAs(key, { path: "/api/v1/teams?__proto__=1&constructor=2&limit=1" })).status,
    ).toBe(200);
    expect(Reflect.get({}, "name")).toBeUndefined();
  });

  it("refuses headers and addresses of 64 KB", async () => {
    const long = "x".repeat(65_536);
    for (const head of [
      `GET /api/v1/teams HTTP/1.1\r\nX-Long: ${long}`,
      `GET /api/v1/projects?q=${long} HTTP/1.1`,
    ]) {
      const answer = await raw(
        `${head}\r\nHost: localhost\r\nX-Api-Key: ${(key["authorization"] ?? "").slice(7)}\r\nConnection: close\r\n\r\n`,
      );
      // The connection may be cut before the refusal is read.
      expect(answer).toMatch(/^(?:HTTP\/1\.1 431|$)/);
    }
    expect((await server.askAs(key, { path: `/api/v1/projects?q=${"x".repeat(8_000)}` })).status).toBe(422);
  });

  const unstorable = [
    ["NUL", "\0"],
    ["the first half of a character", "\ud83d"],
    ["the second half of a character", "\ude00"],
  ] as const;
  it.each(unstorable)(
    "refuses a text with %s by the name of its field, wherever it comes",
    async (_, bad) => {
      const text = `a${bad}b`;
      const questions = [
        { method: "POST", path: "/api/v1/teams", body: { slug: "storable", name: text } },
        { method: "POST", path: "/api/v1/contributions:batch", body: { items: [{ project: text }] } },
        { method: "POST", path: "/api/v1/donations", body: { payee: text } },
        {
          method: "POST",
          path: "/api/v1/members",
          body: { name: text, email: "nul@example.com", role: "viewer" },
        },
        { method: "POST", path: "/api/trpc/teams.create", body: { slug: "storable", name: text } },
        { path: `/api/trpc/projects.list?input=${encodeURIComponent(JSON.stringify({ q: text }))}` },
      ];
      for (const question of questions) {
        const answer = await server.askAs(owner, question);
        expect([question.path.slice(0, 30), answer.status]).toEqual([question.path.slice(0, 30), 422]);
      }
      const answer = await server.askAs(owner, {
        method: "POST",
        path: "/api/v1/teams",
        body: { slug: "storable", name: text },
      });
      expect(valueAt(answer.json, "errors", 0, "field")).toBe("name");
    },
  );

  it("refuses NUL in addresses too", async () => {
    for (const path of [
      "/api/v1/projects?q=a%00b",
      "/api/v1/products/a%00b",
      "/api/v1/components?q=%00",
      "/api/v1/audit?entity=%00",
      "/api/v1/ratios?team=%00",
      "/api/v1/ratios?product=%00",
      "/api/v1/ratios?ecosystem=%00",
      "/api/v1/contributions?team=%00",
      `/api/v1/teams?cursor=${Buffer.from('["tea_01h455vb4pex5vsknk084sn02q","\\u0000"]').toString("base64url")}`,
      "/api/v1/sboms/%00",
    ]) {
      const answer = await server.askAs(owner, { path });
      expect([path, answer.status]).toEqual([path, 422]);
    }
    const upload = await server.askAs(owner, {
      method: "POST",
      path: "/api/v1/sboms?product=a%00b&create=true",
      body: "{}",
    });
    expect(upload.status).toBe(422);
  });
});

/** The bytes of an answer to bytes that no client would send. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection(server.port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on("data", (part: Buffer) => (answer += part.toString("latin1")));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve(answer));
  });
}
