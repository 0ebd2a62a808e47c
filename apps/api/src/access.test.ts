import { accesses, may, roles, type Access, type Scope } from "@headwater/domain/organization";
import { tables, identityTables } from "@headwater/db/tables";
import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { identifierToUuid } from "@headwater/domain/identifier";
import pg from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textAt, valueAt, type Answer } from "./testing/ask.ts";
import { everyCall, type Call } from "./testing/calls.ts";
import type { Credentials } from "./testing/company.ts";
import { examples, type Given, type Make } from "./testing/examples.ts";
import { plant, type Planted } from "./testing/plant.ts";
import { specialCalls } from "./testing/special-calls.ts";
import { testServer, type TestServer } from "./testing/server.ts";

let server: TestServer;
let planted: Planted;
const MARK = "zanzibar";

beforeAll(async () => {
  server = await testServer();
  planted = await plant(server, server.ours, MARK);
  await plant(server, server.theirs, "murmansk");
});
afterAll(() => server.close());

const calls = [...everyCall(), ...specialCalls];
const named = calls.map((call) => [call.name, call] as const);

it("knows for every route and every procedure what it can be asked", () => {
  const unknown = calls
    .filter((call) => !(call.operation in examples) && call.example === undefined)
    .map((call) => call.name);
  expect(unknown).toEqual([]);
});

it("knows every address that is served, also those that stand in no table", () => {
  const known = new Set(calls.filter((call) => !call.name.startsWith("trpc ")).map(({ name }) => name));
  const open = [
    "GET /health/live",
    "GET /health/ready",
    "GET /metrics",
    "GET /api/auth/*",
    "POST /api/auth/*",
    "GET /api/version",
    "GET /api/v1/openapi.json",
    "GET /api/v1/docs",
    "GET /api/v1/docs.css",
    "GET /api/v1/installation",
    "POST /api/v1/installation",
    "POST /api/v1/installation/demo",
    "GET /api/trpc/*",
    "POST /api/trpc/*",
  ];
  const served = server.app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  const unlisted = served.filter(
    (name) =>
      !open.includes(name) &&
      !known.has(
        name
          .replace("/api/v1", "")
          // What follows a colon inside of a segment is a verb, such as that of /contributions:batch.
          .replaceAll(/\/:(\w+)/g, "/{$1}"),
      ),
  );
  expect([...new Set(unlisted)]).toEqual([]);
});

describe.each(named)("%s", (_, call) => {
  it("is not answered to somebody who is not known, nor with a key that has been revoked or has expired", async () => {
    const given = inputOf(call);
    for (const who of [{}, { origin: server.url, cookie: "headwater.session_token=nobody.nothing" }])
      expect((await ask(call, who, given)).status).toBe(401);
    // Who tries many keys that open nothing is made to wait.
    for (const who of [server.ours.revoked, server.ours.expired])
      expect([401, 429]).toContain((await ask(call, who, given)).status);
  });

  it("is done for each role that may and refused to each that may not", async () => {
    for (const role of roles) {
      const { session } = server.ours.members[role];
      await expectAllowed(call, [role], session, role);
    }
  });

  it("is refused to a key that may only submit inventories, unless it is that", async () => {
    await expectAllowed(call, ["upload.submit"], server.ours.narrow, "owner");
  });

  it("shows and changes nothing of another organization's", async () => {
    const given = inputOf(call);
    const before = await digestOfOurs();
    for (const who of [server.theirs.members.owner.session, server.theirs.keys.owner]) {
      const answer = await ask(call, who, given);
      expect(answer.status).toBeLessThan(500);
      if (isForeign(call)) expect([404, 422]).toContain(answer.status);
      expect(withoutWhatWasSent(answer.text, given)).not.toContain(MARK);
    }
    expect(await digestOfOurs()).toEqual(before);
  });
});

it("lets each role ask what docs/security/roles.md says, and a key no more than it was given", async () => {
  for (const role of roles) {
    const answer = await server.askAs(server.ours.keys[role], { path: "/api/v1/members" });
    expect(answer.status).toBe(may([role], "member.read") ? 200 : 403);
  }
});

it("shows nothing of another organization's rows even to a query that forgets to ask whose they are", async () => {
  const organizationTables = Object.values(tables).filter((table) => is(table, PgTable));
  const guarded = organizationTables.filter(
    (table) => !identityTables.some((name) => name === getTableName(table)),
  );
  expect(guarded.length).toBeGreaterThan(20);
  const seen = await server.database.transaction(
    { organizationId: server.theirs.organizationId },
    async (db) => {
      const found: string[] = [];
      for (const table of guarded) {
        expect(Object.keys(getTableColumns(table))).toContain("organizationId");
        const { rows } = await db.execute<{ whole: string }>(
          sql`select row_to_json(t)::text as whole from ${table} t`,
        );
        if (rows.some(({ whole }) => whole.includes(MARK) || whole.includes(uuidOfOurs())))
          found.push(getTableName(table));
      }
      return found;
    },
  );
  expect(seen).toEqual([]);
});

it("has something of ours to be found in every table that the test looks through", async () => {
  const empty = Object.entries(await digestOfOurs())
    .filter(([, rows]) => rows === "0 ")
    .map(([name]) => name);
  expect(
    // A row of `demos` bears the name of the demo's own organization, and a test of its own removes that.
    empty.filter((name) => !["audit_chain", "audit_pending", "idempotency_keys", "demos"].includes(name)),
  ).toEqual([]);
});

async function expectAllowed(
  call: Call,
  scopes: readonly Scope[],
  who: Credentials,
  role: (typeof roles)[number],
): Promise<void> {
  if (!may(scopes, accessOf(call))) {
    const refused = await ask(call, who, inputOf(call, role));
    expect([
      scopes,
      refused.status,
      valueAt(refused.json, "code") ?? valueAt(refused.json, "error", "data", "problem", "code"),
    ]).toEqual([scopes, 403, "not-allowed"]);
    return;
  }
  const answer = await ask(call, who, await inputAgain(call, role));
  expect([scopes, answer.status < 300 ? "done" : answer.text]).toEqual([scopes, "done"]);
}

async function inputAgain(call: Call, role: (typeof roles)[number]): Promise<Given> {
  const again = exampleOf(call).again;
  unique += 1;
  return again === undefined
    ? inputOf(call, role)
    : await again(make, String(unique), role, planted, server.ours);
}

let unique = 0;
const make: Make = async (method, path, body, member = "id") => {
  const answer = await server.askAs(server.ours.members.owner.session, {
    method,
    path: `/api/v1${path}`,
    body,
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return textAt(answer.json, member);
};

function ask(call: Call, who: Credentials, given: Given): Promise<Answer> {
  return server.askAs(who, call.question(given));
}

function inputOf(call: Call, role: (typeof roles)[number] = "owner"): Given {
  return exampleOf(call).input(planted, server.ours, role);
}

function exampleOf(call: Call) {
  const example = call.example ?? examples[call.operation];
  if (example === undefined) throw new Error(`${call.operation} has no line in testing/examples.ts`);
  return example;
}

function uuidOfOurs(): string {
  return identifierToUuid(server.ours.organizationId);
}

function isForeign(call: Call): boolean {
  return exampleOf(call).foreign;
}

function accessOf({ access }: Call): Access {
  const found = accesses.find((known) => known === access);
  if (found === undefined) throw new Error(`${access} is no access`);
  return found;
}

/** An error may repeat what the request itself said. */
function withoutWhatWasSent(text: string, given: Given): string {
  const texts = Object.values(given).flatMap((value) =>
    typeof value === "object" && value !== null ? Object.values(value) : [value],
  );
  const sent = [
    ...texts,
    ...texts.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : [])),
  ].filter((value) => typeof value === "string");
  return sent.reduce<string>((rest, value) => rest.replaceAll(value, ""), text);
}

/** Number and digest of our rows in every table, as the owner of the tables sees them. */
async function digestOfOurs(): Promise<Record<string, string>> {
  const client = new pg.Client(server.database.maker);
  await client.connect();
  try {
    await settled(client);
    const digests: Record<string, string> = {};
    for (const table of Object.values(tables)
      .filter((one) => is(one, PgTable))
      .filter((one) => "organizationId" in getTableColumns(one))) {
      const name = getTableName(table);
      // The chain of the audit grows by itself; when a key was last used is no change of ours.
      const stable = name === "api_keys" ? "to_jsonb(t) - 'last_used_at'" : "to_jsonb(t)";
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5((${stable})::text), '' order by md5((${stable})::text))), '') as digest from ${pg.escapeIdentifier(name)} t where organization_id = $1`,
        [uuidOfOurs()],
      );
      if (name !== "audit_chain" && name !== "audit_pending") digests[name] = rows[0]?.digest ?? "";
    }
    return digests;
  } finally {
    await client.end();
  }
}

/** Uploads that were left to jobs change rows after their answer: until none is under way. A demo that is being loaded is none of ours. */
async function settled(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ waiting: string }>(
      "select count(*) as waiting from jobs.job where state in ('created', 'retry', 'active') and name <> 'load-demo'",
    );
    if (rows[0]?.waiting === "0") return;
    await pause(20);
  }
}
