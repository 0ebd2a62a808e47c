import { testDatabase } from "@headwater/db/testing";
import { networkInterfaces } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { isLocalVisitor } from "./serve/address.ts";
import { ask, valueAt, type Answer } from "./testing/ask.ts";
import { serveOn } from "./testing/server.ts";

const PASSWORD = "correct horse battery staple";

function sessionOf(answer: Answer, origin: string): Readonly<Record<string, string>> {
  return { cookie: answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "", origin };
}

describe("the first start", () => {
  const owner = {
    organization: "First",
    name: "Owner",
    email: "owner@first.example.com",
    password: PASSWORD,
    currency: "USD",
    timeZone: "UTC",
  };

  async function empty(host = "127.0.0.1") {
    const database = await testDatabase();
    const served = await serveOn(database, { secret: database.secret, host });
    onTestFinished(async () => {
      await served.close();
      await database.close();
    });
    const create = (body: unknown, headers: Readonly<Record<string, string>> = {}, address = "127.0.0.1") =>
      ask(served.port, { method: "POST", path: "/api/v1/installation", body, headers }, address);
    return { served, create };
  }

  it("creates the owner over loopback at once, signs them in, and refuses a second", async () => {
    const { served, create } = await empty();
    const made = await create(owner, { host: `localhost:${served.port}` });
    expect(made.status).toBe(201);
    const cookie = made.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    expect((await served.ask({ path: "/api/v1/members", headers: { cookie } })).status).toBe(200);
    const second = await create(
      { ...owner, email: "second@first.example.com" },
      { host: `localhost:${served.port}` },
    );
    expect([second.status, valueAt(second.json, "code")]).toEqual([409, "already-exists"]);
    expect((await served.ask({ path: "/api/v1/installation" })).json).toEqual({
      welcome: false,
      codeNeeded: false,
      demo: false,
    });
  });

  it("answers the very same request again with an Idempotency-Key, and signs in again", async () => {
    const { served, create } = await empty();
    const headers = { host: `localhost:${served.port}`, "idempotency-key": "first" };
    const both = await Promise.all([create(owner, headers), create(owner, headers)]);
    const again = await create(owner, headers);
    expect([...both, again].map(({ status, text }) => [status, text])).toEqual(
      Array.from({ length: 3 }, () => [201, again.text]),
    );
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect((await served.askAs(sessionOf(again, served.url), { path: "/api/v1/members" })).status).toBe(200);
    expect((await create({ ...owner, password: "another guess of it" }, headers)).json).toMatchObject({
      status: 422,
      code: "idempotency-key-reused",
    });
    expect((await create({ ...owner, password: "yet another guess" }, headers)).status).toBe(422);
    expect((await create(owner, headers)).status).toBe(429);
  });

  it("makes one organization of ten first starts at once", async () => {
    const { served, create } = await empty();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        create({ ...owner, email: `owner-${index}@first.example.com` }, { host: `localhost:${served.port}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201).length).toBe(1);
    expect(answers.filter(({ status }) => status === 409).length).toBe(9);
  });

  it.each([
    ["a proxy on this machine", { "x-forwarded-for": "203.0.113.9" }],
    ["a proxy that says so otherwise", { forwarded: "for=203.0.113.9" }],
    ["a page that pointed its own name here", { host: "evil.example" }],
  ])("asks for the code of whom it comes from through %s", async (_, headers) => {
    const { served, create } = await empty();
    expect((await served.ask({ path: "/api/v1/installation", headers })).json).toEqual({
      welcome: true,
      codeNeeded: true,
      demo: false,
    });
    for (const code of [undefined, "", "0000-0000-0000", served.code.slice(1)]) {
      const refused = await create({ ...owner, code }, headers);
      expect([refused.status, valueAt(refused.json, "errors", 0, "field")]).toEqual([403, "code"]);
    }
    expect((await create({ ...owner, code: served.code }, headers)).status).toBe(201);
  });

  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one !== undefined && !one.internal && one.family === "IPv4")?.address;
  it.skipIf(outside === undefined)("asks for the code from another address of this machine", async () => {
    const { served, create } = await empty("0.0.0.0");
    expect((await create(owner, {}, outside)).status).toBe(403);
    expect((await create({ ...owner, code: served.code }, {}, outside)).status).toBe(201);
  });

  it.each([
    ["127.0.0.1", { host: "localhost:3000" }, true],
    ["::1", { host: "[::1]:3000" }, true],
    ["::ffff:127.0.0.1", { host: "127.0.0.1" }, true],
    ["127.0.0.1", { host: "localhost.evil.example" }, false],
    ["127.0.0.1", {}, false],
    ["127.0.0.1", { host: "localhost", via: "1.1 proxy" }, false],
    ["192.0.2.7", { host: "localhost" }, false],
  ])("takes a visitor from %s with %j for local: %s", (address, headers, local) => {
    expect(isLocalVisitor(address, new Headers(headers))).toBe(local);
  });

  it("shows figures of the process to this machine and to whoever has the token", async () => {
    const database = await testDatabase();
    const served = await serveOn(database, {
      secret: database.secret,
      environment: { metricsToken: "a-token-for-metrics" },
    });
    onTestFinished(async () => {
      await served.close();
      await database.close();
    });
    const status = async (headers: Readonly<Record<string, string>>): Promise<number> =>
      (await served.ask({ path: "/metrics", headers })).status;
    expect(await status({})).toBe(200);
    expect(await status({ "x-forwarded-for": "203.0.113.9" })).toBe(403);
    expect(
      await status({ "x-forwarded-for": "203.0.113.9", authorization: "Bearer a-token-for-metricS" }),
    ).toBe(403);
    expect(
      await status({ "x-forwarded-for": "203.0.113.9", authorization: "Bearer a-token-for-metrics" }),
    ).toBe(200);
  });
});
