import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { textAt, valueAt, type Answer } from "./testing/ask.ts";
import { employ } from "./testing/company.ts";
import { testServer, type TestServer } from "./testing/server.ts";

const PASSWORD = "correct horse battery staple";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** Somebody new, so that no test stands in another's limit of attempts. */
async function somebody(role: "viewer" | "owner" = "viewer"): Promise<{ email: string; userId: string }> {
  const email = `somebody-${Math.random().toString(36).slice(2)}@example.com`;
  const ground = {
    database: server.database,
    runtime: server.runtime,
    auth: server.auth,
    secret: server.database.secret,
    origin: server.url,
  };
  return {
    email,
    userId: await employ(ground, server.ours.organizationId, { email, password: PASSWORD, role }),
  };
}

function signIn(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return server.ask({
    method: "POST",
    path: "/api/auth/sign-in/email",
    body,
    headers: { origin: server.url, ...headers },
  });
}

function sessionOf(answer: Answer): Readonly<Record<string, string>> {
  const cookie = answer.headers["set-cookie"]?.find((line) => line.startsWith("headwater.session_token="));
  if (cookie === undefined) throw new Error(`no session: ${answer.status} ${answer.text}`);
  return { cookie: cookie.slice(0, cookie.indexOf(";")), origin: server.url };
}

describe("signing in", () => {
  it("gives a session in a cookie that no script reads and no other site sends", async () => {
    const { email } = await somebody();
    const answer = await signIn({ email, password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.headers["set-cookie"]?.join()).toMatch(/HttpOnly; SameSite=Lax/i);
    expect((await server.askAs(sessionOf(answer), { path: "/api/v1/organization" })).status).toBe(200);
  });

  it("says the same of a wrong password and of an address that nobody has", async () => {
    const { email } = await somebody();
    const [wrong, nobody] = [
      await signIn({ email, password: "not the password" }),
      await signIn({ email: `nobody-${email}`, password: "not the password" }),
    ];
    expect([wrong.status, wrong.text]).toEqual([401, nobody.text]);
    expect(nobody.status).toBe(401);
  });

  it("is tried five times a minute for an account, however its address is spelled", async () => {
    const { email } = await somebody();
    const escaped = `{"email":"\\u0073${email.slice(1)}","password":"wrong"}`;
    const twice = `{"email":"decoy@example.com","email":${JSON.stringify(email)},"password":"wrong"}`;
    const spellings = [
      JSON.stringify({ email, password: "wrong" }),
      JSON.stringify({ email: email.toUpperCase(), password: "wrong" }),
      JSON.stringify({ email: ` ${email}`, password: "wrong" }),
      escaped,
      twice,
    ];
    for (const body of spellings)
      expect((await signIn(body, { "content-type": "application/json" })).status).toBeLessThan(429);
    for (const body of spellings) {
      const refused = await signIn(body, { "content-type": "application/json" });
      expect([body, refused.status, Number(refused.headers["retry-after"]) > 0]).toEqual([body, 429, true]);
    }
    // Not even with the right password, and somebody else is not held up.
    expect((await signIn({ email, password: PASSWORD })).status).toBe(429);
    expect((await signIn({ email: (await somebody()).email, password: PASSWORD })).status).toBe(200);
  });

  it("takes nothing but a short JSON object", async () => {
    expect(
      (await signIn("email=a&password=b", { "content-type": "application/x-www-form-urlencoded" })).status,
    ).toBe(400);
    expect((await signIn({ email: "a@example.com", password: "x".repeat(20_000) })).status).toBe(413);
    expect((await signIn("[]", { "content-type": "application/json" })).status).toBe(400);
  });

  it("gives a new session each time, whatever session the browser came with", async () => {
    const { email } = await somebody();
    const first = sessionOf(await signIn({ email, password: PASSWORD }));
    const second = sessionOf(await signIn({ email, password: PASSWORD }, first));
    expect(second["cookie"]).not.toBe(first["cookie"]);
    const planted = { cookie: "headwater.session_token=planted.signature" };
    expect(sessionOf(await signIn({ email, password: PASSWORD }, planted))["cookie"]).not.toContain(
      "planted",
    );
  });

  it.each([
    "/sign-up/email",
    "/update-user",
    "/delete-user",
    "/change-email",
    "/request-password-reset",
    "/reset-password",
    "/link-social",
    "/sign-in/social",
    "/error",
    "/list-sessions",
  ])("offers nothing else of the library: %s", async (path) => {
    for (const method of ["GET", "POST"])
      expect(
        (
          await server.askAs(server.ours.members.owner.session, {
            method,
            path: `/api/auth${path}`,
            ...(method === "POST" ? { body: {} } : {}),
          })
        ).status,
      ).toBe(404);
  });
});

describe("an address that somebody of another organization has", () => {
  const add = (who: TestServer["ours"], body: object): Promise<Answer> =>
    server.askAs(who.members.owner.session, { method: "POST", path: "/api/v1/members", body });
  const shape = ({ status, json }: Answer): unknown => [
    status,
    Object.entries(Object(json)).map(([name, value]) => [name, JSON.stringify(value).length]),
  ];

  it("is answered as one that nobody has, and becomes another user with a password of its own", async () => {
    const given = { name: "Twin", email: "twin@example.com", role: "viewer" };
    const taken = await add(server.theirs, { ...given, password: "the password of theirs" });
    const [here, fresh] = [
      await add(server.ours, given),
      await add(server.ours, { ...given, email: "free@example.com" }),
    ];
    expect(taken.status).toBe(201);
    expect(shape(here)).toEqual(shape(fresh));
    expect(textAt(here.json, "userId")).not.toBe(textAt(taken.json, "userId"));
    const organizationOf = async (password: string): Promise<unknown> => {
      const answer = await signIn({ email: "twin@example.com", password });
      expect(valueAt(answer.json, "user", "email")).toBe("twin@example.com");
      const session = sessionOf(answer);
      const known = await server.askAs(session, { path: "/api/auth/get-session" });
      expect(valueAt(known.json, "user", "email")).toBe("twin@example.com");
      return valueAt((await server.askAs(session, { path: "/api/v1/organization" })).json, "name");
    };
    expect(await organizationOf("the password of theirs")).toBe("Theirs");
    expect(await organizationOf(textAt(here.json, "password"))).toBe("Ours");
    expect((await signIn({ email: "twin@example.com", password: "neither of them" })).status).toBe(401);
  });

  it("is taken where it is a member of the same organization, and free again once it is none", async () => {
    const given = { name: "Back", email: "Back@example.com", role: "viewer" };
    const first = await add(server.ours, given);
    expect((await add(server.ours, { ...given, email: "back@example.com" })).json).toMatchObject({
      code: "already-exists",
      errors: [{ field: "email" }],
    });
    await server.askAs(server.ours.members.owner.session, {
      method: "DELETE",
      path: `/api/v1/members/${textAt(first.json, "userId")}`,
    });
    expect((await add(server.ours, given)).status).toBe(201);
  });
});

describe("a session", () => {
  it("ends at once when its owner signs out, also where it was answered a moment before", async () => {
    const session = sessionOf(await signIn({ email: (await somebody()).email, password: PASSWORD }));
    const read = async (): Promise<number> =>
      (await server.askAs(session, { path: "/api/v1/organization" })).status;
    expect(await read()).toBe(200);
    expect(
      (await server.askAs(session, { method: "POST", path: "/api/auth/sign-out", body: {} })).status,
    ).toBe(200);
    expect(await read()).toBe(401);
  });

  it("is not revived by a request that was under way while it ended", async () => {
    const session = sessionOf(await signIn({ email: (await somebody()).email, password: PASSWORD }));
    const out = server.askAs(session, { method: "POST", path: "/api/auth/sign-out", body: {} });
    await Promise.all([
      out,
      ...Array.from({ length: 30 }, () => server.askAs(session, { path: "/api/v1/organization" })),
    ]);
    expect((await server.askAs(session, { path: "/api/v1/organization" })).status).toBe(401);
  });

  it("ends when its owner's role changes: who signs in anew may what the new role says", async () => {
    const { email, userId } = await somebody();
    const first = sessionOf(await signIn({ email, password: PASSWORD }));
    const list = async (session: Readonly<Record<string, string>>): Promise<number> =>
      (await server.askAs(session, { path: "/api/v1/members" })).status;
    const change = (method: string, body?: unknown): Promise<Answer> =>
      server.askAs(server.ours.members.owner.session, { method, path: `/api/v1/members/${userId}`, body });
    expect(await list(first)).toBe(403);
    expect((await change("PATCH", { role: "viewer" })).status).toBe(200);
    expect(await list(first)).toBe(403);
    expect((await change("PATCH", { role: "auditor" })).status).toBe(200);
    expect(await list(first)).toBe(401);
    const second = sessionOf(await signIn({ email, password: PASSWORD }));
    expect(second["cookie"]).not.toBe(first["cookie"]);
    expect(await list(second)).toBe(200);
    expect((await change("DELETE")).status).toBe(200);
    expect(await list(second)).toBe(401);
  });

  it("of a key ends at once when the key is revoked", async () => {
    const made = await server.askAs(server.ours.members.owner.session, {
      method: "POST",
      path: "/api/v1/keys",
      body: { name: "Short", scope: "viewer" },
    });
    const key = { "x-api-key": textAt(made.json, "key") };
    expect((await server.askAs(key, { path: "/api/v1/organization" })).status).toBe(200);
    await server.askAs(server.ours.members.owner.session, {
      method: "DELETE",
      path: `/api/v1/keys/${textAt(made.json, "id")}`,
    });
    expect((await server.askAs(key, { path: "/api/v1/organization" })).status).toBe(401);
  });
});

it("makes who tries unknown keys wait, and nobody who has one", async () => {
  const fresh = await testServer();
  onTestFinished(() => fresh.close());
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 32; attempt += 1)
    statuses.push(
      (await fresh.askAs({ "x-api-key": `guess-${attempt}` }, { path: "/api/v1/organization" })).status,
    );
  expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 401));
  expect(statuses.slice(30)).toEqual([429, 429]);
  expect((await fresh.askAs(fresh.ours.keys.viewer, { path: "/api/v1/organization" })).status).toBe(200);
});

it("lets no secret into an answer or a line of the log", async () => {
  const secret = "canary-secret-of-the-installation-0123456789";
  const password = "canary-password-of-somebody";
  const canary = await testServer({ secret });
  onTestFinished(() => canary.close());
  const ground = {
    database: canary.database,
    runtime: canary.runtime,
    auth: canary.auth,
    secret,
    origin: canary.url,
  };
  await employ(ground, canary.ours.organizationId, { email: "canary@example.com", password, role: "viewer" });
  const owner = canary.ours.members.owner.session;
  const made = await canary.askAs(owner, {
    method: "POST",
    path: "/api/v1/keys",
    body: { name: "Canary", scope: "all" },
    headers: { "idempotency-key": "canary" },
  });
  const key = textAt(made.json, "key");
  const answers: Answer[] = [];
  for (const [method, path, body] of [
    ["POST", "/api/auth/sign-in/email", { email: "canary@example.com", password }],
    ["POST", "/api/auth/sign-in/email", { email: "canary@example.com", password: `${password} wrong` }],
    ["POST", "/api/auth/sign-in/email", { email: 7, password }],
    ["POST", "/api/v1/members", { name: "x", email: "canary@example.com", role: "viewer", password }],
    ["POST", "/api/v1/members", { name: "x", email: "no address", role: "viewer", password }],
    ["POST", "/api/v1/installation", { organization: "x", name: "x", email: "x@example.com", password }],
    ["POST", "/api/v1/keys", { name: "Canary", scope: "all" }],
    ["GET", "/api/v1/keys", undefined],
    ["GET", "/api/v1/members", undefined],
    ["GET", "/api/v1/audit", undefined],
    ["GET", "/api/v1/export", undefined],
    ["GET", "/api/v1/openapi.json", undefined],
    ["GET", "/api/auth/get-session", undefined],
    ["GET", "/metrics", undefined],
    ["GET", `/api/v1/products/${key}`, undefined],
  ] as const)
    answers.push(
      await canary.askAs(
        path === "/api/v1/keys" && method === "POST" ? { ...owner, "idempotency-key": "canary" } : owner,
        { method, path, body },
      ),
    );
  // The value of a key is shown once; a request that is sent again gets the same answer without it.
  const replay = answers[6];
  expect([replay?.status, replay?.headers["idempotency-replayed"], valueAt(replay?.json, "key")]).toEqual([
    201,
    "true",
    null,
  ]);
  const told = answers.map(({ text, headers }) => text + JSON.stringify(headers));
  const all = [...told, ...canary.log, ...canary.notes].join("\n");
  expect(all).not.toContain(secret);
  expect(all).not.toContain(password);
  expect(all.replaceAll(`\\"${key}\\"`, "")).not.toContain(key);
});
