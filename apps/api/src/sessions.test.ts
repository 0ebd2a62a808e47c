import { authAccounts, authSessions } from "@headwater/db/tables";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { LONGEST_SECONDS, UNUSED_SECONDS } from "./auth/auth.ts";
import { textAt, valueAt, type Answer } from "./testing/ask.ts";
import { employ, type Credentials } from "./testing/company.ts";
import { testServer, type TestServer } from "./testing/server.ts";

const PASSWORD = "correct horse battery staple";
const OTHER = "a tuba below the glacier";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** Somebody new, so that no test stands in another's limit of attempts. */
async function somebody(on: TestServer = server): Promise<{ email: string; userId: string }> {
  const email = `somebody-${Math.random().toString(36).slice(2)}@example.com`;
  const { database, runtime, auth } = on;
  const ground = { database, runtime, auth, secret: database.secret, origin: on.url };
  const userId = await employ(ground, on.ours.organizationId, { email, password: PASSWORD, role: "viewer" });
  return { email, userId };
}

function signIn(body: unknown, on: TestServer = server, origin: string = on.url): Promise<Answer> {
  return on.ask({ method: "POST", path: "/api/auth/sign-in/email", body, headers: { origin } });
}

function sessionOf(answer: Answer, origin: string = server.url): Credentials {
  const cookie = answer.headers["set-cookie"]?.find((line) => line.includes("headwater.session_token="));
  if (cookie === undefined) throw new Error(`no session: ${answer.status} ${answer.text}`);
  return { cookie: cookie.slice(0, cookie.indexOf(";")), origin };
}

const post = (who: Credentials, path: string, body: unknown = {}): Promise<Answer> =>
  server.askAs(who, { method: "POST", path, body });
const statusOf = async (who: Credentials): Promise<number> =>
  (await server.askAs(who, { path: "/api/v1/organization" })).status;

describe("the cookie of a session", () => {
  it("belongs to this host alone and goes over HTTPS alone where the public address has it", async () => {
    const origin = "https://headwater.example.com";
    const secure = await testServer({ environment: { url: origin } });
    onTestFinished(() => secure.close());
    const { email } = await somebody(secure);
    const answer = await signIn({ email, password: PASSWORD }, secure, origin);
    const cookies = answer.headers["set-cookie"] ?? [];
    expect([answer.status, cookies.length > 0]).toEqual([200, true]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/);
      expect(cookie).toMatch(/; Path=\/(?:;|$)/i);
      expect(cookie).toMatch(/; Secure(?:;|$)/i);
      expect(cookie).toMatch(/; HttpOnly(?:;|$)/i);
      expect(cookie).toMatch(/; SameSite=Lax(?:;|$)/i);
      expect(cookie).not.toMatch(/; Domain=/i);
      expect(cookie.length).toBeLessThan(4096);
    }
    const session = sessionOf(answer, origin);
    expect((await secure.askAs(session, { path: "/api/v1/organization" })).status).toBe(200);
    const out = await secure.askAs(session, { method: "POST", path: "/api/auth/sign-out", body: {} });
    expect([out.status, out.headers["set-cookie"]?.join()]).toEqual([
      200,
      expect.stringMatching(/^__Host-headwater\.session_token=; Max-Age=0/),
    ]);
    expect((await secure.askAs(session, { path: "/api/v1/organization" })).status).toBe(401);
  });

  it("is the only place where the session's token is told", async () => {
    const { email } = await somebody();
    const signedIn = await signIn({ email, password: PASSWORD });
    const session = sessionOf(signedIn);
    const token =
      decodeURIComponent(session["cookie"] ?? "")
        .replace(/^[^=]+=/, "")
        .split(".")[0] ?? "";
    expect(token.length).toBeGreaterThanOrEqual(32);
    const read = await server.askAs(session, { path: "/api/auth/get-session" });
    const changed = await post(session, "/api/auth/change-password", {
      currentPassword: PASSWORD,
      newPassword: OTHER,
    });
    expect([read.status, textAt(read.json, "user", "email"), changed.status]).toEqual([200, email, 200]);
    const renewed =
      decodeURIComponent(sessionOf(changed)["cookie"] ?? "")
        .replace(/^[^=]+=/, "")
        .split(".")[0] ?? "";
    for (const { text } of [signedIn, read, changed]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(renewed);
    }
  });

  it("is never twice the same, and long enough that nobody guesses it", async () => {
    const { email } = await somebody();
    const tokens = new Set<string>();
    for (let time = 0; time < 4; time += 1) {
      const cookie = sessionOf(await signIn({ email, password: PASSWORD }))["cookie"] ?? "";
      tokens.add(
        decodeURIComponent(cookie)
          .replace(/^[^=]+=/, "")
          .split(".")[0] ?? "",
      );
    }
    expect(tokens.size).toBe(4);
    // 32 letters and digits are 190 bits.
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
  });
});

describe("the time of a session", () => {
  async function agedBy(change: { readonly written: number; readonly ends: number }): Promise<Credentials> {
    const { email, userId } = await somebody();
    const session = sessionOf(await signIn({ email, password: PASSWORD }));
    await server.database.transaction("identity", (db) =>
      db
        .update(authSessions)
        .set({
          createdAt: sql`now() - make_interval(secs => ${change.written})`,
          expiresAt: sql`now() + make_interval(secs => ${change.ends})`,
        })
        .where(eq(authSessions.userId, userId)),
    );
    return session;
  }

  it("ends when nobody has used it for two weeks", async () => {
    expect(UNUSED_SECONDS).toBe(14 * 86_400);
    expect(await statusOf(await agedBy({ written: UNUSED_SECONDS - 60, ends: 60 }))).toBe(200);
    const session = await agedBy({ written: UNUSED_SECONDS + 1, ends: -1 });
    expect(await statusOf(session)).toBe(401);
    expect((await server.askAs(session, { path: "/api/auth/get-session" })).json).toBeNull();
  });

  it("ends after thirty days, however much it is used", async () => {
    expect(LONGEST_SECONDS).toBe(30 * 86_400);
    const ends = UNUSED_SECONDS;
    expect(await statusOf(await agedBy({ written: LONGEST_SECONDS - 60, ends }))).toBe(200);
    const session = await agedBy({ written: LONGEST_SECONDS + 1, ends });
    expect((await server.askAs(session, { path: "/api/auth/get-session" })).json).toBeNull();
    expect(await statusOf(session)).toBe(401);
    expect(await statusOf(await agedBy({ written: LONGEST_SECONDS + 1, ends }))).toBe(401);
  });
});

describe("changing one's password", () => {
  it("asks for the one that was, ends the other sessions, and leaves the old one worthless", async () => {
    const { email } = await somebody();
    const [here, elsewhere] = [
      sessionOf(await signIn({ email, password: PASSWORD })),
      sessionOf(await signIn({ email, password: PASSWORD })),
    ];
    const change = "/api/auth/change-password";
    expect((await post(here, change, { currentPassword: OTHER, newPassword: OTHER })).status).toBe(400);
    expect((await post(here, change, { newPassword: OTHER })).status).toBe(422);
    expect(await statusOf(elsewhere)).toBe(200);
    const changed = await post(here, change, { currentPassword: PASSWORD, newPassword: OTHER });
    expect(changed.status).toBe(200);
    expect([await statusOf(elsewhere), await statusOf(sessionOf(changed))]).toEqual([401, 200]);
    expect((await signIn({ email, password: PASSWORD })).status).toBe(401);
    expect((await signIn({ email, password: OTHER })).status).toBe(200);
  });

  it("keeps the other sessions for whoever asks for that", async () => {
    const { email } = await somebody();
    const [here, elsewhere] = [
      sessionOf(await signIn({ email, password: PASSWORD })),
      sessionOf(await signIn({ email, password: PASSWORD })),
    ];
    await post(here, "/api/auth/change-password", {
      currentPassword: PASSWORD,
      newPassword: OTHER,
      revokeOtherSessions: false,
    });
    expect(await statusOf(elsewhere)).toBe(200);
    expect((await post(here, "/api/auth/revoke-other-sessions")).status).toBe(200);
    expect([await statusOf(elsewhere), await statusOf(here)]).toEqual([401, 200]);
  });

  it("is tried five times a minute, so that who finds a session open finds no password", async () => {
    const session = sessionOf(await signIn({ email: (await somebody()).email, password: PASSWORD }));
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      statuses.push(
        (
          await post(session, "/api/auth/change-password", {
            currentPassword: `guess number ${attempt}`,
            newPassword: OTHER,
          })
        ).status,
      );
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
  });
});

describe("a new password", () => {
  const change = async (newPassword: string): Promise<Answer> => {
    const session = sessionOf(await signIn({ email: (await somebody()).email, password: PASSWORD }));
    return await post(session, "/api/auth/change-password", { currentPassword: PASSWORD, newPassword });
  };

  it.each([
    ["eleven characters", "tubaglacier"],
    ["one that many people have", "Password1234"],
    ["one of the product's name", "Headwater-2026"],
    ["257 characters", "tuba ".repeat(52).slice(0, 257)],
  ])("is refused by the name of its field where it is %s", async (_, password) => {
    const answer = await change(password);
    expect([answer.status, valueAt(answer.json, "errors", 0, "field")]).toEqual([422, "newPassword"]);
    const added = await server.askAs(server.ours.members.owner.session, {
      method: "POST",
      path: "/api/v1/members",
      body: { name: "New", email: "new@example.com", role: "viewer", password },
    });
    expect([added.status, valueAt(added.json, "errors", 0, "field")]).toEqual([422, "password"]);
  });

  it.each([
    ["letters of one case", "tuba below glacier"],
    ["digits alone", "830174926518"],
    ["every kind of character", "ßöæ 雨 лодка \u00a0'\"\\<>;--%00"],
    ["256 characters", "a tuba below the glacier ".repeat(11).slice(0, 256)],
  ])("may be of %s, and opens as it was typed and in no other way", async (_, password) => {
    const { email } = await somebody();
    const session = sessionOf(await signIn({ email, password: PASSWORD }));
    const changed = await post(session, "/api/auth/change-password", {
      currentPassword: PASSWORD,
      newPassword: password,
    });
    expect(changed.status).toBe(200);
    for (const other of [password.slice(0, -1), password.toUpperCase().replace(/\d/g, "0"), ` ${password}`])
      expect([other, (await signIn({ email, password: other })).status]).toEqual([other, 401]);
    expect((await signIn({ email, password })).status).toBe(200);
  });

  it("is kept as a salted scrypt digest only", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const digests = await server.database.transaction("identity", (db) =>
      db
        .select({ digest: authAccounts.password })
        .from(authAccounts)
        .where(sql`${authAccounts.userId} in (${one.userId}, ${other.userId})`),
    );
    expect(new Set(digests.map(({ digest }) => digest)).size).toBe(2);
    for (const { digest } of digests) expect(digest).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
});

it("tells the browser to forget what it kept when somebody signs out", async () => {
  const session = sessionOf(await signIn({ email: (await somebody()).email, password: PASSWORD }));
  const out = await post(session, "/api/auth/sign-out");
  expect(out.headers["clear-site-data"]).toBe('"cache"');
});

it("takes no key and no session from an address", async () => {
  const key = (server.ours.keys.owner["authorization"] ?? "").slice("Bearer ".length);
  const session = (server.ours.members.owner.session["cookie"] ?? "").split("=")[1] ?? "";
  for (const name of ["key", "api_key", "apiKey", "x-api-key", "access_token", "token", "authorization"])
    expect((await server.ask({ path: `/api/v1/organization?${name}=${key}` })).status).toBe(401);
  for (const name of ["session", "headwater.session_token", "session_token"])
    expect((await server.ask({ path: `/api/v1/organization?${name}=${session}` })).status).toBe(401);
});

it.each([
  "' or '1'='1",
  "'; drop table teams; --",
  "%' or true --",
  '"; select pg_sleep(9); --',
  "\\'; --",
  "$1",
])("takes a text that would be SQL for a text: %s", async (text) => {
  const owner = server.ours.members.owner.session;
  const asked = encodeURIComponent(text);
  for (const path of [
    `/api/v1/projects?q=${asked}`,
    `/api/v1/contributions?project=${asked}`,
    `/api/v1/audit?entity=${asked}`,
    `/api/v1/products/${asked}`,
  ]) {
    const answer = await server.askAs(owner, { path });
    expect([path, answer.status < 500, valueAt(answer.json, "items", 0)]).toEqual([path, true, undefined]);
  }
  const slug = `sql-${Buffer.from(text).toString("hex").slice(0, 20)}`;
  const made = await post(owner, "/api/v1/teams", { slug, name: text });
  expect([made.status, valueAt(made.json, "name")]).toEqual([201, text]);
});
