import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { folderOf, headwater, packageLock } from "../testing/run.ts";
import { answering, problem, type Answer, type Asked } from "../testing/server.ts";

const key = "a-key-of-at-least-thirty-two-characters";
const organization = {
  id: "org_1",
  name: "Acme",
  currency: "USD",
  timeZone: "UTC",
  weekStart: 1,
  fiscalYearStart: 1,
  smallProductFloor: 20,
  smallestGift: { amount: "50.00", currency: "USD" },
  firstPartyPatterns: [],
  revision: 1,
};
const upload = (change: Readonly<Record<string, unknown>> = {}) => ({
  id: "upl_1",
  status: "done",
  statusUrl: "/api/v1/sboms/upl_1",
  productId: "prd_1",
  product: "shop",
  source: "package-lock.json",
  error: null,
  snapshot: {
    id: "snp_1",
    format: "npm-lock",
    formatVersion: "3",
    components: 52,
    direct: 3,
    edges: 60,
    added: 12,
    removed: 3,
    updated: 40,
    inForce: true,
    problems: [
      { severity: "info", code: "extraneous", message: "One entry was left out.", where: "/packages" },
    ],
  },
  ...change,
});
const project = (slug: string, name: string, provisional: boolean) => ({
  id: `prj_${name}`,
  slug,
  name,
  provisional,
  controlled: false,
});
const contribution = (change: Readonly<Record<string, unknown>>) => ({
  id: "ctr_1",
  project: "github.com/curl/curl",
  projectId: "prj_1",
  projectName: "curl",
  person: null,
  day: "2026-08-12",
  minutes: 45,
  kind: "review",
  basis: "logged",
  value: null,
  valueUnknown: "no-rate",
  link: null,
  note: null,
  reverses: null,
  reversedBy: null,
  ...change,
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A folder that is logged in at a server which answers as told. */
async function loggedIn(
  answer: (asked: Asked, earlier: readonly Asked[]) => Answer,
  files: Readonly<Record<string, string>> = {},
) {
  const folder = await folderOf(files);
  const server = await answering((asked, earlier) =>
    asked.path === "/api/v1/organization" ? { body: organization } : answer(asked, earlier),
  );
  closing.push(folder.remove, server.close);
  const run = (
    words: readonly string[],
    more: { input?: string; environment?: Readonly<Record<string, string>> } = {},
  ) => headwater(words, { folder: folder.path, ...more });
  expect(await run(["login", server.url], { input: `${key}\n` })).toMatchObject({
    status: 0,
    stdout: `Logged in at ${server.url} for Acme.\n`,
  });
  return {
    ...server,
    folder: folder.path,
    run,
    asked: () => server.asked.filter(({ path }) => path !== "/api/v1/organization"),
  };
}

const lock = packageLock("shop", { react: "18" }, { react: { version: "18.0.0" } });

describe("login", () => {
  it("keeps address and key where nobody else can read them", async () => {
    const { folder, url } = await loggedIn(() => problem(404, "not-found", "x"));
    const file = join(folder, ".headwater", "server.json");
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ url, key });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("stores nothing when the key does not open the server", async () => {
    const folder = await folderOf({});
    const server = await answering(() => problem(401, "unauthenticated", "This key is not known."));
    closing.push(folder.remove, server.close);
    expect(await headwater(["login", server.url, "--key", key], { folder: folder.path })).toEqual({
      status: 2,
      stdout: "",
      stderr: "headwater: This key is not known. Log in again: headwater login URL.\n",
    });
    expect(await headwater(["ratios"], { folder: folder.path })).toMatchObject({
      status: 2,
      stderr: "headwater: No server is known yet: headwater login URL.\n",
    });
  });

  it("says that a server does not answer, and that a text is no address", async () => {
    const gone = await answering(() => ({ body: {} }));
    await gone.close();
    const silent = await headwater(["login", gone.url, "--key", key]);
    expect(silent).toEqual({
      status: 2,
      stdout: "",
      stderr: `headwater: ${gone.url} cannot be reached (ECONNREFUSED). Is the server running?\n`,
    });
    expect(await headwater(["login", "http://", "--key", key])).toMatchObject({
      status: 2,
      stderr: 'headwater: "http://" is no address; write it like https://headwater.example.com.\n',
    });
  });

  it("does not carry the key on to another address", async () => {
    const folder = await folderOf({});
    const elsewhere = await answering(() => ({ body: organization }));
    const server = await answering(() => ({
      status: 302,
      headers: { location: `${elsewhere.url}/api/v1/organization` },
      body: {},
    }));
    closing.push(folder.remove, server.close, elsewhere.close);
    expect((await headwater(["login", server.url, "--key", key], { folder: folder.path })).status).toBe(2);
    expect(elsewhere.asked).toEqual([]);
  });
});

describe("push", () => {
  it("sends a file by itself as it is, and says what changed", async () => {
    const { run, asked } = await loggedIn(() => ({ body: upload() }), { "web/package-lock.json": lock });
    const ran = await run([
      "push",
      "web/package-lock.json",
      "--product",
      "shop",
      "--ref",
      "main",
      "--taken-at",
      "2026-08-12T10:00:00Z",
    ]);
    expect(ran).toEqual({
      status: 0,
      stderr: "",
      stdout:
        "shop web/package-lock.json: +12 −3 ↑40 (52 components, 3 direct)\n  info extraneous at /packages: One entry was left out.\n",
    });
    const [sent] = asked();
    expect(sent).toMatchObject({
      method: "POST",
      path: "/api/v1/sboms",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/octet-stream" },
    });
    expect(Object.fromEntries(sent?.query ?? [])).toEqual({
      product: "shop",
      source: "web/package-lock.json",
      ref: "main",
      takenAt: "2026-08-12T10:00:00Z",
      fileName: "package-lock.json",
      create: "true",
      wait: "true",
    });
    expect(sent?.headers["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent?.body.toString()).toBe(lock);
  });

  it("sends along what lies beside a file: manifests by their paths, and evidence", async () => {
    const { run, asked } = await loggedIn(() => ({ body: upload() }), {
      "package-lock.json": lock,
      "package.json": '{"name":"shop"}',
      "node_modules/react/package.json":
        '{"name":"react","repository":"facebook/react","funding":["https://opencollective.com/react"]}',
    });
    await run(["push", "package-lock.json", "--product", "shop"]);
    const [sent] = asked();
    const form = await new Response(new Uint8Array(sent?.body ?? []), {
      headers: { "content-type": sent?.headers["content-type"] ?? "" },
    }).formData();
    const file = form.get("file");
    expect(file instanceof File ? [file.name, await file.text()] : file).toEqual(["package-lock.json", lock]);
    expect(
      await Promise.all(
        form
          .getAll("beside")
          .map(async (part) => (part instanceof File ? [part.name, await part.text()] : part)),
      ),
    ).toEqual([["package.json", '{"name":"shop"}']]);
    const evidence = form.get("evidence");
    expect(typeof evidence === "string" ? JSON.parse(evidence) : null).toEqual([
      {
        purl: "pkg:npm/react",
        repository: "facebook/react",
        funding: ["https://opencollective.com/react"],
        source: "node_modules/react/package.json",
      },
    ]);
  });

  it.each([
    ["429", { ...problem(429, "too-many-requests", "Slow down."), headers: { "retry-after": "0" } }],
    [
      "503",
      {
        ...problem(503, "database-unavailable", "The database does not answer."),
        headers: { "retry-after": "0" },
      },
    ],
    [
      "409 of a request that still runs",
      { ...problem(409, "still-running", "The first one still runs."), headers: { "retry-after": "0" } },
    ],
  ])("tries again after %s with the same key and the same bytes, five times at most", async (_, busy) => {
    const files = { "package-lock.json": lock, "package.json": "{}" };
    const soon = await loggedIn((__, earlier) => (earlier.length < 4 ? busy : { body: upload() }), files);
    expect((await soon.run(["push", "package-lock.json", "--product", "shop"])).status).toBe(0);
    const tries = soon.asked();
    expect(tries).toHaveLength(4);
    expect(new Set(tries.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(new Set(tries.map(({ body }) => body.toString("base64"))).size).toBe(1);
    const never = await loggedIn(() => busy, files);
    const ran = await never.run(["push", "package-lock.json", "--product", "shop"]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(never.asked()).toHaveLength(6);
  });

  it("does not try again what the server refuses, and says its reason", async () => {
    const { run, asked } = await loggedIn(
      () => problem(422, "invalid-json", "The file is cut off (line 1)."),
      { "package-lock.json": "{" },
    );
    expect(await run(["push", "package-lock.json", "--product", "shop"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "headwater: The file is cut off (line 1).\n",
    });
    expect(asked()).toHaveLength(1);
  });

  it("pushes every inventory of a folder and keeps the good ones", async () => {
    const { run, asked } = await loggedIn(
      ({ query }) =>
        query.get("product") === "bad"
          ? problem(422, "invalid-json", "The file is cut off.")
          : { body: upload({ status: "unchanged", snapshot: null }) },
      {
        "all/good/package-lock.json": lock,
        "all/bad/package-lock.json": "{",
      },
    );
    const ran = await run(["push", "all"]);
    expect(ran).toEqual({
      status: 1,
      stdout: "bad package-lock.json: refused: The file is cut off.\ngood package-lock.json: unchanged\n",
      stderr: "headwater: 1 of 2 inventories were not taken.\n",
    });
    expect(asked().map(({ query }) => [query.get("product"), query.get("source")])).toEqual([
      ["bad", "package-lock.json"],
      ["good", "package-lock.json"],
    ]);
  });
});

describe("log and undo", () => {
  const knows =
    (...projects: readonly unknown[]) =>
    ({ path, method, body }: Asked): Answer => {
      if (path === "/api/v1/projects") return { body: { items: projects, nextCursor: null } };
      if (method === "POST" && path === "/api/v1/contributions")
        return { body: contribution(JSON.parse(body.toString())) };
      return { body: contribution({ id: "ctr_2", minutes: -45, reverses: "ctr_1" }) };
    };

  it("logs a line for the project that the server knows, and takes it back once", async () => {
    const { run, asked } = await loggedIn(
      knows(project("github.com/curl/curl", "curl", false), project("pkg:cargo/curl", "curl", true)),
    );
    const ran = await run(["log", "45m", "review", "curl#13412", "2026-08-12"]);
    expect(ran).toEqual({
      status: 0,
      stderr: "",
      stdout:
        "Logged 45 minutes of review for github.com/curl/curl on 2026-08-12. To take it back: headwater undo\n",
    });
    const sent = asked().at(-1);
    expect(JSON.parse(sent?.body.toString() ?? "")).toEqual({
      project: "github.com/curl/curl",
      day: "2026-08-12",
      minutes: 45,
      kind: "review",
    });
    expect(await run(["undo"])).toMatchObject({
      status: 0,
      stdout: "Took back 45 minutes of review for github.com/curl/curl on 2026-08-12.\n",
    });
    expect(asked().at(-1)).toMatchObject({ method: "POST", path: "/api/v1/contributions/ctr_1/reversal" });
    expect(await run(["undo"])).toMatchObject({
      status: 2,
      stderr: "headwater: Nothing was logged from here that could be taken back.\n",
    });
  });

  it.each([
    ["30 fix curl", /Guessed: minutes 30, kind code/],
    ["45m review nosuchthing", /Guessed: project nosuchthing/],
    ["review curl", /Write how long it took/],
    ["25h review curl", /from 1 minute to 24 hours/],
    ["45m review curl 2026-02-30", /not in the calendar/],
  ])("refuses %j where nobody can be asked, with what was understood", async (line, reason) => {
    const { run, asked } = await loggedIn(knows(project("github.com/curl/curl", "curl", false)));
    const ran = await run(["log", line]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toMatch(reason);
    expect(ran.stderr).toContain("Understood: ");
    expect(asked().filter(({ method }) => method === "POST")).toEqual([]);
  });

  it("says how to give to a project that no product uses", async () => {
    const { run } = await loggedIn(({ path }) =>
      path === "/api/v1/projects"
        ? { body: { items: [], nextCursor: null } }
        : problem(422, "unknown-project", "project: no project is known."),
    );
    expect(await run(["log", "45m review github.com/x/y"])).toMatchObject({
      status: 2,
      stderr: 'headwater: No product here uses "github.com/x/y". Add --add to give to it all the same.\n',
    });
  });
});

describe("audit verify", () => {
  it.each([
    [
      { intact: true, rows: 12, pending: 1, head: "abc", firstBroken: null },
      0,
      "The chain of 12 rows is whole; 1 newer rows wait to be chained. Head: abc\n",
    ],
    [
      {
        intact: false,
        rows: 12,
        pending: 0,
        head: null,
        firstBroken: { position: 7, row: "aud_7", reason: "its hash is another one" },
      },
      1,
      "The chain is broken at row 7 of 12 (aud_7): its hash is another one\n",
    ],
  ])("ends with the verdict", async (verdict, status, stdout) => {
    const { run } = await loggedIn(() => ({ body: verdict }));
    expect(await run(["audit", "verify"])).toMatchObject({ status, stdout });
  });
});

describe("an answer", () => {
  it("that is not of the known form is not believed", async () => {
    const { run } = await loggedIn(() => ({ body: { items: "none" } }));
    expect(await run(["ratios"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/in a form that this version does not know \(items/),
    });
  });
});
