/**
 * A small server for states that are hard to bring a real one into: a thousand answers at a time, no target, a database
 * that is gone, a first start from afar. Its answers have the contract's types. What people do is tested against the
 * real server (journey.browser.test.ts), from which also the content security policy is held to this one's.
 */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import type { ProblemDocument } from "@headwater/contract/problem";
import type { RatioRow, Ratios, Summary } from "@headwater/contract/ratios";
import type { Found } from "@headwater/contract/search";
import {
  givingMonthsOf,
  needs,
  noDemo,
  owner,
  presenceOf,
  savedViews,
  trendOf,
  usageMonthsOf,
} from "./beside.ts";
import { exampleSummary, whyOfExample, workedExample } from "./example.ts";

export interface State {
  welcome: boolean;
  codeNeeded: boolean;
  signedIn: boolean;
  ratios: readonly RatioRow[];
  summary: Summary;
  /** Answers 503 to everything of the machine interface. */
  down: boolean;
  readonly uploads: { readonly product: string; readonly source: string }[];
}

export interface TestServer {
  readonly address: string;
  readonly state: State;
  readonly close: () => Promise<void>;
}

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const BATCH = "/api/trpc/";

/** Each was seen three days ago. */
const products = ["Payments", "Portal", "Tools"].map((name) => ({
  slug: name.toLowerCase(),
  name,
  sources: [{ path: "package-lock.json", lastSeenAt: new Date(Date.now() - 3 * 86_400_000).toISOString() }],
}));

export async function startServer(pages: string, given: Partial<State> = {}): Promise<TestServer> {
  const state: State = {
    welcome: false,
    codeNeeded: false,
    signedIn: true,
    ratios: workedExample,
    summary: exampleSummary,
    down: false,
    uploads: [],
    ...given,
  };
  const server = createServer((request, response) => void answer(pages, state, request, response));
  const port = await listening(server);
  return {
    address: `http://127.0.0.1:${port}`,
    state,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

async function answer(
  pages: string,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const body = await bodyOf(request);
  if (!url.pathname.startsWith("/api/")) return servePage(pages, url.pathname, response);
  // As the real server does it: what is refused before there is an operation is a problem document.
  const operations = url.pathname.startsWith(BATCH) && state.signedIn && !state.down;
  const [status, json] = operations
    ? batch(state, url)
    : call(state, `${request.method ?? "GET"} ${url.pathname}`, url.searchParams, body);
  response.writeHead(status, {
    "content-type": status < 400 || operations ? "application/json" : "application/problem+json",
  });
  response.end(JSON.stringify(json));
}

/** Several operations in one request, as tRPC's batch link asks them. */
function batch(state: State, url: URL): [number, unknown] {
  const inputs: Record<string, { cursor?: string; limit?: number; q?: string }> = JSON.parse(
    url.searchParams.get("input") ?? "{}",
  );
  const answers = url.pathname
    .slice(BATCH.length)
    .split(",")
    .map((name, place) => operation(state, name, inputs[place] ?? {}));
  const statuses = new Set(answers.map((answer) => answer.status));
  const [only = 200] = statuses;
  return [statuses.size > 1 ? 207 : only, answers.map((answer) => answer.body)];
}

function operation(
  state: State,
  name: string,
  input: { readonly cursor?: string; readonly limit?: number; readonly q?: string },
): { readonly status: number; readonly body: unknown } {
  const answers: Readonly<Record<string, () => unknown>> = {
    "organization.read": () => ({
      name: "Larkfield Freight",
      currency: "USD",
      timeZone: "Europe/Warsaw",
      fiscalYearStart: 1,
    }),
    "teams.list": () => ({ items: [{ slug: "platform", name: "Platform" }], nextCursor: null }),
    "products.list": () => ({ items: products, nextCursor: null }),
    "people.self": () => owner,
    "demo.read": () => noDemo,
    "uploads.list": () => ({ items: [], nextCursor: null }),
    "views.list": () => savedViews,
    "needs.list": () => ({ items: needs }),
    "projects.presence": () => presenceOf(state.ratios),
    "ratios.givingMonths": () => givingMonthsOf(state.ratios),
    "ratios.usageMonths": () => usageMonthsOf(state.ratios),
    "ratios.trend": () => trendOf(state.summary),
    "ratios.summary": () => state.summary,
    "ratios.why": () => whyOfExample,
    "search.find": () => findIn(state, input.q ?? ""),
    "ratios.read": () => pageOf(state, input.limit ?? 100, Number(input.cursor ?? 0)),
  };
  const found = answers[name];
  if (found === undefined) return refused(problem(404, "not-found", "There is no such operation."));
  return { status: 200, body: { result: { data: found() } } };
}

function refused(document: ProblemDocument): { readonly status: number; readonly body: unknown } {
  const data = { code: document.code, httpStatus: document.status, problem: document };
  return { status: document.status, body: { error: { code: -32_000, message: document.detail, data } } };
}

function call(state: State, name: string, query: URLSearchParams, body: string): [number, unknown] {
  if (state.down)
    return [503, problem(503, "unavailable", "The database does not answer. Try again in a moment.")];
  switch (name) {
    case "GET /api/v1/installation":
      return [200, { welcome: state.welcome, codeNeeded: state.codeNeeded }];
    case "POST /api/v1/installation":
      return createOwner(state, body);
    case "GET /api/auth/get-session":
      return [
        200,
        state.signedIn
          ? { session: { id: "1" }, user: { name: "Ada Moss", email: "ada@larkfield.example" } }
          : null,
      ];
    case "POST /api/auth/sign-in/email":
      return signIn(state, body);
    case "POST /api/auth/sign-out":
      state.signedIn = false;
      return [200, { success: true }];
  }
  if (!state.signedIn) return [401, problem(401, "signed-out", "Sign in first.")];
  if (name === "POST /api/v1/sboms") return upload(state, query, body);
  return [404, problem(404, "not-found", "There is nothing at this address.")];
}

function createOwner(state: State, body: string): [number, unknown] {
  const values: { password?: string; code?: string } = JSON.parse(body);
  if (state.codeNeeded && values.code !== "water-4711") {
    return [
      422,
      {
        ...problem(422, "bad-input", "Some fields are not right."),
        errors: [{ field: "code", message: "This is not the code that the start printed." }],
      },
    ];
  }
  if ((values.password ?? "").includes("password")) {
    return [
      422,
      {
        ...problem(422, "bad-input", "Some fields are not right."),
        errors: [
          { field: "password", message: "This password is on every list of guesses. Take another one." },
        ],
      },
    ];
  }
  state.welcome = false;
  state.signedIn = true;
  return [200, { organization: "org_1" }];
}

function signIn(state: State, body: string): [number, unknown] {
  const values: { password?: string } = JSON.parse(body);
  if (values.password !== "correct horse battery")
    return [401, { code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid email or password" }];
  state.signedIn = true;
  return [200, { user: {} }];
}

function pageOf({ ratios, summary }: State, limit: number, from: number): Ratios {
  return {
    items: ratios.slice(from, from + limit),
    nextCursor: from + limit < ratios.length ? String(from + limit) : null,
    total: ratios.length,
    currency: "USD",
    period: summary.period,
    notes: [],
    definitionVersion: "1",
  };
}

function findIn({ ratios }: State, q: string): Found {
  const holds = (name: string) => name.toLowerCase().includes(q.toLowerCase());
  return {
    projects: ratios
      .filter((row) => holds(row.name))
      .map((row) => ({
        project: row.project ?? "",
        name: row.name,
        provisional: row.provisional,
        package: null,
        figures: row,
      })),
    products: products.filter(({ name }) => holds(name)).map(({ slug, name }) => ({ slug, name, tier: 1 })),
    people: [],
    currency: "USD",
  };
}

function upload(state: State, query: URLSearchParams, body: string): [number, unknown] {
  const source = query.get("source") ?? "";
  if (!body.startsWith("{")) {
    return [
      422,
      {
        ...problem(
          422,
          "not-an-inventory",
          "This is not an inventory that Headwater reads: JSON was expected. (line 1)",
        ),
      },
    ];
  }
  state.uploads.push({ product: query.get("product") ?? "", source });
  const problems = source.includes("odd")
    ? [
        {
          severity: "warning",
          code: "unresolved-dependency",
          message: "left-pad is nowhere in the file",
          where: null,
        },
      ]
    : [];
  return [
    200,
    {
      id: "doc_1",
      status: "done",
      snapshot: {
        format: "npm-lock",
        components: 1284,
        direct: 61,
        edges: 3120,
        added: 12,
        removed: 3,
        updated: 40,
        problems,
      },
    },
  ];
}

function problem(status: number, code: string, detail: string): ProblemDocument {
  return { type: `https://headwater.example/problems/${code}`, title: code, status, code, detail };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

async function servePage(pages: string, path: string, response: ServerResponse): Promise<void> {
  const file = extname(path) === "" ? "index.html" : normalize(path);
  const bytes = await readFile(join(pages, file)).catch(() => null);
  if (bytes === null) {
    response.writeHead(404).end();
    return;
  }
  const cache = file.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-security-policy": contentSecurityPolicy,
    "cache-control": cache,
  });
  response.end(bytes);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
