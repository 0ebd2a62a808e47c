import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textAt, valueAt, type Answer } from "./testing/ask.ts";
import type { Credentials } from "./testing/company.ts";
import { plant } from "./testing/plant.ts";
import { testServer, type TestServer } from "./testing/server.ts";

let server: TestServer;
let owner: Credentials;
let unique = 0;
const projects = ["github.com/a/b", "github.com/curl/kernel"];

beforeAll(async () => {
  server = await testServer();
  owner = server.ours.members.owner.session;
  await plant(server, server.ours, "curl");
  await plant(server, server.theirs, "murmansk");
});
afterAll(() => server.close());

const PERIOD = "2026-11";
const input = (given: object): string =>
  encodeURIComponent(JSON.stringify({ 0: given, 1: { period: PERIOD } }));
const page = (more: object = {}): string =>
  `/api/trpc/ratios.read,ratios.summary?batch=1&input=${input({ period: PERIOD, limit: 50, ...more })}`;

/** The ways to the same figures: bytes that were kept, and figures in memory at an address that nobody asked before. */
const ways = [
  ["the page", () => page()],
  ["the page at a new address", () => `${page()}&asked=${(unique += 1)}`],
  ["GET /ratios", () => `/api/v1/ratios?period=${PERIOD}&limit=50`],
  ["GET /summary", () => `/api/v1/summary?period=${PERIOD}`],
] as const;

const write = async (method: string, path: string, body?: unknown): Promise<Answer> => {
  const answer = await server.askAs(owner, { method, path: `/api/v1${path}`, body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer;
};

const contribution = (more: object = {}): Promise<Answer> =>
  write("POST", "/contributions", {
    project: "github.com/curl/kernel",
    day: "2026-11-03",
    minutes: 60,
    kind: "review",
    ...more,
  });

/** Asked often enough that it comes from memory, with what each answer said but for the moment of asking. */
async function warm(who: Credentials, way: () => string): Promise<string> {
  await server.askAs(who, { path: way() });
  const answer = await server.askAs(who, { path: way() });
  expect(answer.status).toBe(200);
  return withoutMoment(answer.text);
}

async function asked(who: Credentials, way: () => string): Promise<string> {
  return withoutMoment((await server.askAs(who, { path: way() })).text);
}

function withoutMoment(text: string): string {
  return text.replaceAll(/"asOf":"[^"]*"/g, "");
}

describe.each(ways)("the very next answer of %s shows", (_, way) => {
  const changes = [
    ["time that was logged", () => contribution()],
    [
      "time that was taken back",
      async () => {
        const { json } = await contribution();
        // So that what is kept holds the row.
        await warm(owner, way);
        await write("POST", `/contributions/${textAt(json, "id")}/reversal`, { reason: "twice" });
        return contribution();
      },
    ],
    [
      "a package that was put to another project",
      () =>
        write("PUT", "/package-projects", {
          package: "pkg:npm/curl-b",
          project: projects.reverse()[0],
        }),
    ],
    [
      "another target",
      () => write("PUT", "/targets/2026", { amount: String(90_000 + (unique += 1)), currency: "USD" }),
    ],
    [
      "another time zone",
      () => write("PATCH", "/organization", { timeZone: `Etc/GMT-${1 + ((unique += 1) % 13)}` }),
    ],
    [
      "a new inventory",
      () =>
        server.askAs(owner, {
          method: "POST",
          path: `/api/v1/sboms?product=curl-shop&source=more-${(unique += 1)}.json&wait=true`,
          body: JSON.stringify({
            bomFormat: "CycloneDX",
            specVersion: "1.6",
            components: [
              { type: "library", "bom-ref": "n", name: `new-${unique}`, purl: `pkg:npm/new-${unique}@1.0.0` },
            ],
          }),
        }),
    ],
  ] as const;
  it.each(changes)("%s", async (_name, change) => {
    const before = await warm(owner, way);
    await change();
    expect(await asked(owner, way)).not.toBe(before);
  });
});

describe("a page that is kept", () => {
  it("shows at once how a project is called now", async () => {
    const way = (): string => page();
    const name = `renamed ${(unique += 1)}`;
    expect(await warm(owner, way)).not.toContain(name);
    await write("PATCH", "/projects", { project: "github.com/curl/kernel", name });
    expect(await asked(owner, way)).toContain(name);
    expect(await asked(owner, ways[1][1])).toContain(name);
  });

  it("is answered to nobody who has signed out, and to no key that was revoked", async () => {
    const { session } = server.ours.members.viewer;
    const key = await write("POST", "/keys", { name: "for a page", scope: "viewer" });
    const bearer = { authorization: `Bearer ${textAt(key.json, "key")}` };
    for (const who of [session, bearer]) await warm(who, () => page());
    await server.askAs(session, { method: "POST", path: "/api/auth/sign-out", body: {} });
    await write("DELETE", `/keys/${textAt(key.json, "id")}`);
    for (const who of [session, bearer])
      for (const [, way] of ways) expect((await server.askAs(who, { path: way() })).status).toBe(401);
  });

  it("is answered at once as the role says that somebody has now, and to nobody who is no member any more", async () => {
    const { session, userId } = server.ours.members.contributor;
    await warm(session, () => page());
    await write("PATCH", `/members/${userId}`, { role: "viewer" });
    const changed = await server.askAs(session, { path: page() });
    // A change of role ends the sessions that were begun with the old one.
    expect(changed.status).toBe(401);
    const lead = server.ours.members.lead;
    await warm(lead.session, () => page());
    await write("DELETE", `/members/${lead.userId}`);
    for (const [, way] of ways)
      expect((await server.askAs(lead.session, { path: way() })).status).not.toBe(200);
  });

  it("is that of the organization of who asks", async () => {
    await warm(owner, () => page());
    const theirs = await warm(server.theirs.members.owner.session, () => page());
    expect(theirs).toContain("murmansk");
    expect(theirs).not.toContain("curl");
  });

  it("of a team is refused again once fewer than three people stand behind a month of it", async () => {
    const reader = server.ours.members.finance.session;
    await write("POST", "/teams", { slug: "small", name: "Small" });
    const logged: string[] = [];
    for (const name of ["ann", "bob", "cid"]) {
      const person = `${name}@small.example.com`;
      await write("POST", "/people", { name, email: person, team: "small" });
      logged.push(textAt((await contribution({ person })).json, "id"));
    }
    const team = (): string => page({ team: "small" });
    const errorOf = (answer: Answer): unknown =>
      valueAt(answer.json, 0, "error", "data", "problem", "code") ?? null;
    for (let time = 0; time < 2; time += 1)
      expect(errorOf(await server.askAs(reader, { path: team() }))).toBeNull();
    await write("POST", `/contributions/${logged[0]}/reversal`, { reason: "twice" });
    for (let time = 0; time < 2; time += 1)
      expect(errorOf(await server.askAs(reader, { path: team() }))).toBe("not-allowed");
  });
});
