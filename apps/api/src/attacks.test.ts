import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { valueAt, type Answer } from "./testing/ask.ts";
import type { Credentials } from "./testing/company.ts";
import { serverWithPages } from "./testing/pages.ts";
import type { TestServer } from "./testing/server.ts";

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
const cookieOnly = (): Credentials => ({ cookie: owner["cookie"] ?? "" });

describe("a write from another site", () => {
  const types = [
    ["JSON", "application/json", JSON.stringify({ slug: "stolen", name: "Stolen" })],
    ["JSON as text", "text/plain", JSON.stringify({ slug: "stolen", name: "Stolen" })],
    ["a form", "application/x-www-form-urlencoded", "slug=stolen&name=Stolen"],
    [
      "a form with files",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="slug"\r\n\r\nstolen\r\n--x--\r\n',
    ],
    ["bytes", "application/octet-stream", "stolen"],
    ["nothing at all", "", ""],
  ] as const;
  const addresses = [
    "/api/v1/teams",
    "/api/v1/sboms?product=stolen&create=true",
    "/api/v1/bom",
    "/api/trpc/teams.create",
    "/api/trpc/mapping.retireRule",
    "/api/auth/sign-out",
    "/api/auth/sign-in/email",
    "/api/v1/installation",
    "/api/v1/members",
  ];
  const origins = [
    ["another site", { origin: "https://evil.example" }],
    ["the same name on another port", { origin: "http://localhost:1" }],
    ["a name that begins like ours", { origin: "http://localhost.evil.example" }],
    ["nowhere (a sandboxed frame)", { origin: "null" }],
    ["a browser that says cross-site", { "sec-fetch-site": "cross-site" }],
    ["a browser that says same-site", { "sec-fetch-site": "same-site" }],
    ["something with a cookie that is no browser", {}],
  ] as const;

  it.each(types)("is refused as %s at every address and from every origin", async (_, type, body) => {
    for (const path of addresses)
      for (const [, headers] of origins) {
        const answer = await server.ask({
          method: "POST",
          path,
          body,
          headers: { ...cookieOnly(), ...headers, ...(type === "" ? {} : { "content-type": type }) },
        });
        expect([path, headers, answer.status, codeOf(answer)]).toEqual([
          path,
          headers,
          403,
          "foreign-origin",
        ]);
      }
    expect((await server.askAs(owner, { path: "/api/v1/teams" })).text).not.toContain("stolen");
  });

  it.each(["PUT", "PATCH", "DELETE"])("is refused as %s too", async (method) => {
    const answer = await server.ask({
      method,
      path: "/api/v1/organization",
      body: { name: "Stolen" },
      headers: { ...cookieOnly(), origin: "https://evil.example" },
    });
    expect(answer.status).toBe(403);
  });

  it("is taken from our own pages, under whichever name of this machine they were opened", async () => {
    for (const name of ["localhost", "127.0.0.1", "[::1]"])
      for (const host of ["localhost", "127.0.0.1"]) {
        const headers = {
          ...cookieOnly(),
          origin: `http://${name}:${server.port}`,
          host: `${host}:${server.port}`,
          "sec-fetch-site": "same-origin",
        };
        expect(
          (
            await server.ask({
              method: "PATCH",
              path: "/api/v1/organization",
              body: { name: "Ours" },
              headers,
            })
          ).status,
        ).toBe(200);
      }
  });

  it("is not taken where another name was pointed at this machine", async () => {
    const headers = {
      ...cookieOnly(),
      origin: `http://evil.example:${server.port}`,
      host: `evil.example:${server.port}`,
      "sec-fetch-site": "same-origin",
    };
    expect(
      (await server.ask({ method: "PATCH", path: "/api/v1/organization", body: { name: "Stolen" }, headers }))
        .status,
    ).toBe(403);
  });

  it("does not concern a key, and a key is not helped by a cookie", async () => {
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect(
      (
        await server.ask({
          method: "PATCH",
          path: "/api/v1/organization",
          body: { name: "Ours" },
          headers: { ...key, ...foreign },
        })
      ).status,
    ).toBe(200);
    expect(
      (
        await server.ask({
          path: "/api/v1/members",
          headers: { ...server.ours.keys.viewer, ...cookieOnly() },
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await server.ask({
          path: "/api/v1/members",
          headers: { "x-api-key": "no-such-key", ...cookieOnly() },
        })
      ).status,
    ).toBe(401);
    expect(
      (await server.ask({ path: "/api/v1/members", headers: { "x-api-key": "", ...cookieOnly() } })).status,
    ).toBe(401);
  });

  it("is not excused by a header that only looks like a key", async () => {
    const answer = await server.ask({
      method: "PATCH",
      path: "/api/v1/organization",
      body: { name: "Stolen" },
      headers: { ...cookieOnly(), authorization: "Bearer two words", origin: "https://evil.example" },
    });
    expect([answer.status, codeOf(answer)]).toEqual([403, "foreign-origin"]);
    const out = await server.ask({
      method: "POST",
      path: "/api/auth/sign-out",
      headers: { ...cookieOnly(), ...key, origin: "https://evil.example" },
    });
    expect(out.status).toBe(403);
  });
});

describe("tRPC", () => {
  const names = (count: number, separator: string): string =>
    Array.from({ length: count }, () => "teams.list").join(separator);
  it.each([",", "%2C", "%2c"])(
    "answers 20 calls in one request and refuses 21, parted by %s",
    async (separator) => {
      const input = encodeURIComponent(
        JSON.stringify(Object.fromEntries(Array.from({ length: 21 }, (_, index) => [index, {}]))),
      );
      expect(
        (await server.askAs(owner, { path: `/api/trpc/${names(20, separator)}?batch=1&input=${input}` }))
          .status,
      ).toBe(200);
      const refused = await server.askAs(owner, {
        path: `/api/trpc/${names(21, separator)}?batch=1&input=${input}`,
      });
      expect([refused.status, codeOf(refused)]).toEqual([400, "bad-request"]);
    },
  );

  it("takes a change as JSON only, also one without input", async () => {
    for (const type of [
      "multipart/form-data; boundary=x",
      "application/octet-stream",
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/json-seq",
      "",
    ]) {
      const answer = await server.askAs(owner, {
        method: "POST",
        path: "/api/trpc/teams.create",
        body: "",
        headers: type === "" ? {} : { "content-type": type },
      });
      expect([type, answer.status]).toEqual([type, 400]);
    }
  });

  it("changes nothing by GET", async () => {
    const answer = await server.askAs(owner, {
      path: `/api/trpc/teams.create?input=${encodeURIComponent(JSON.stringify({ slug: "by-get", name: "By GET" }))}`,
    });
    expect(answer.status).toBe(405);
    expect((await server.askAs(owner, { path: "/api/v1/teams" })).text).not.toContain("by-get");
  });

  it.each([
    ["an unknown procedure", { path: "/api/trpc/no.such" }, 404],
    ["an input that is no JSON", { path: "/api/trpc/teams.list?input=%7B" }, 400],
    [
      "a body that is no JSON",
      {
        method: "POST",
        path: "/api/trpc/teams.create",
        body: "{",
        headers: { "content-type": "application/json" },
      },
      400,
    ],
    ["a broken escape", { path: "/api/trpc/teams.list%ff%" }, 400],
    [
      "a body of 6 MB",
      { method: "POST", path: "/api/trpc/teams.create", body: { slug: "x".repeat(6_000_000) } },
      413,
    ],
    ["another method", { method: "PUT", path: "/api/trpc/teams.create", body: {} }, 404],
  ] as const)("refuses %s as the asker's mistake", async (_, question, status) => {
    const before = server.log.length;
    const answer = await server.askAs(owner, question);
    expect([answer.status, answer.text.includes("    at ")]).toEqual([status, false]);
    expect(server.log.slice(before)).toEqual([]);
  });
});
