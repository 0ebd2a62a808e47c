import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textAt, valueAt } from "../testing/ask.ts";
import { errorLine } from "../say.ts";
import { employ } from "../testing/company.ts";
import { testServer, type TestServer } from "../testing/server.ts";

const PASSWORD = "correct horse battery staple";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function signedUp(): Promise<{ email: string; userId: string }> {
  const email = "signs-in-and-out@example.com";
  const { database, runtime, auth } = server;
  const ground = { database, runtime, auth, secret: database.secret, origin: server.url };
  const userId = await employ(ground, server.ours.organizationId, {
    email,
    password: PASSWORD,
    role: "viewer",
  });
  return { email, userId };
}

/** The lines that are written while something is done. */
async function noted(doing: () => Promise<unknown>): Promise<readonly unknown[]> {
  const before = server.notes.length;
  await doing();
  return server.notes.slice(before).map((line): unknown => JSON.parse(line));
}

describe("the security log", () => {
  it("has a line for each attempt to sign in, with when, where, whom and what came of it", async () => {
    const { email } = server.ours.members.viewer;
    const attempt = (password: string) =>
      server.ask({
        method: "POST",
        path: "/api/auth/sign-in/email",
        body: { email, password },
        headers: { origin: server.url },
      });
    const lines = await noted(async () => {
      for (let time = 0; time < 6; time += 1) await attempt("not the password");
    });
    expect(lines.map((line) => valueAt(line, "status"))).toEqual([401, 401, 401, 401, 401, 429]);
    for (const line of lines) {
      expect(textAt(line, "time")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(line).toMatchObject({ level: "security", event: "sign-in-refused", network: "127.0.0.1" });
      expect(textAt(line, "subject")).toMatch(/^account:[0-9a-f]{16}$/);
      expect(JSON.stringify(line)).not.toContain(email);
    }
    expect(new Set(lines.map((line) => valueAt(line, "subject"))).size).toBe(1);
  });

  it("has a line for signing in and out, with the id of the user", async () => {
    const { email, userId } = await signedUp();
    const lines = await noted(async () => {
      const answer = await server.ask({
        method: "POST",
        path: "/api/auth/sign-in/email",
        body: { email, password: PASSWORD },
        headers: { origin: server.url },
      });
      const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
      await server.ask({
        method: "POST",
        path: "/api/auth/sign-out",
        body: {},
        headers: { origin: server.url, cookie },
      });
    });
    expect(lines).toMatchObject([
      { event: "signed-in", status: 200, subject: `user:${userId}` },
      { event: "signed-out", status: 200, subject: `user:${userId}` },
    ]);
  });

  it("has a line for what is refused for want of a right, of a session or of our own origin", async () => {
    const { session, personId } = server.ours.members.viewer;
    const lines = await noted(async () => {
      await server.askAs(session, { path: "/api/v1/audit" });
      await server.askAs({ "x-api-key": "no-such-key" }, { path: "/api/v1/audit" });
      await server.askAs(
        { ...session, origin: "https://evil.example" },
        { method: "POST", path: "/api/v1/teams", body: {} },
      );
      // Whoever comes without anything is merely not signed in, and what is allowed is no event.
      await server.ask({ path: "/api/v1/audit" });
      await server.askAs(session, { path: "/api/v1/organization" });
    });
    expect(lines).toMatchObject([
      { event: "not-allowed", status: 403, path: "/api/v1/audit", subject: `person:${personId}` },
      { event: "credential-refused", status: 401, subject: null },
      { event: "not-allowed", status: 403, path: "/api/v1/teams", subject: null },
    ]);
  });

  it("is one line each, whatever an address holds, without its query and without what could be a secret", async () => {
    const secret = "hw_0123456789012345678901234567890123456789012";
    const { session } = server.ours.members.viewer;
    await noted(async () => {
      await server.askAs(
        { "x-api-key": secret },
        { path: `/api/v1/products/${secret}/a%0a{"event":"forged"}?token=${secret}` },
      );
      await server.askAs({ "x-api-key": secret }, { path: `/api/v1/${"x/".repeat(2_000)}` });
      await server.askAs(session, { path: `/api/v1/members?${secret}` });
    });
    const lines = server.notes.slice(-3);
    expect(lines.length).toBe(3);
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(line).not.toContain(secret);
      expect(line).not.toContain('"event":"forged"');
      expect(line.length).toBeLessThan(600);
    }
  });
});

describe("the line of an unexpected error", () => {
  it("is one line of JSON with its time, whatever was thrown", () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        const line = errorLine(thrown instanceof Object ? new Error(JSON.stringify(thrown)) : thrown);
        expect(line).not.toMatch(/[\r\n]/);
        expect(JSON.parse(line)).toMatchObject({ level: "error", time: expect.stringMatching(/Z$/) });
      }),
    );
    expect(errorLine(new Error("one\nheadwater: forged"))).not.toContain("\n");
  });
});
