/**
 * Every call to the server; pages know no address and no HTTP. Operations go over tRPC, whose types come from the
 * server's own router; the sign-in, the first start and the bytes of files go as plain requests.
 */
import type { AppRouter } from "@headwater/api/router";
import type { InstallationState } from "@headwater/contract/installation";
import type { ProblemDocument } from "@headwater/contract/problem";
import type { AskWhy } from "@headwater/contract/ratios";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import {
  type ReadFile,
  readId,
  readFirstPassword,
  readInstallation,
  readProblem,
  readSession,
  readUpload,
  type Session,
} from "./answers.ts";
import type { LogEntry } from "./frame/outbox.ts";
import type { Scope } from "./frame/scope.ts";

/** A call that the server refused, or that did not reach it (status 0). */
export class Refusal extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }

  /** The session has ended, or was ended elsewhere: nothing is wrong that signing in would not mend. */
  get isSignedOut(): boolean {
    return this.problem.status === 401;
  }
}

/** What the first visitor says to create the owner and the organization. */
export interface NewInstallation {
  readonly organization: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly code?: string;
}

export type WhyNumber = AskWhy["number"];

export interface Upload {
  readonly product: string;
  readonly source: string;
  readonly file: Blob;
  /** Files that explain it, by their path beside it, such as the Cargo.toml of a Cargo.lock. */
  readonly beside: ReadonlyMap<string, Blob>;
  /** 0 to 1 while the bytes go out; 1 once the server reads them. */
  readonly onSent: (share: number) => void;
  readonly signal: AbortSignal;
}

/** The most rows that one answer may hold. */
const PAGE_ROWS = 1000;

/** The server refuses more calls than these in one request. */
const LARGEST_BATCH = 20;

/** The operations; pages ask through `asked`, in the queries beside them. */
export const api = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "/api/trpc", maxItems: LARGEST_BATCH, fetch: reachOperations })],
});

const toldWhenSignedOut = new Set<() => void>();

/** Calls back whenever the server no longer knows who asks. */
export function whenSignedOut(tell: () => void): void {
  toldWhenSignedOut.add(tell);
}

export const server = {
  organization: () => asked(api.organization.read.query({})),
  products: () => asked(api.products.list.query({ limit: PAGE_ROWS })),
  find: (q: string, period: string) => asked(api.search.find.query({ q, period })),
  teams: () => asked(api.teams.list.query({ limit: PAGE_ROWS })),
  summary: ({ period, unit, basis }: Scope) => asked(api.ratios.summary.query({ period, team: unit, basis })),
  ratios: (scope: Scope, cursor: string | undefined) =>
    asked(api.ratios.read.query({ ...filtersOf(scope), by: "project", limit: PAGE_ROWS, cursor })),
  ecosystems: () => asked(api.ratios.read.query({ by: "ecosystem", limit: PAGE_ROWS })),
  why: (number: WhyNumber, project: string | undefined, scope: Scope) =>
    asked(api.ratios.why.query({ ...filtersOf(scope), number, project })),
  presence: ({ period, unit }: Scope) => asked(api.projects.presence.query({ period, team: unit })),
  givingMonths: ({ period, unit, basis }: Scope) =>
    asked(api.ratios.givingMonths.query({ period, team: unit, basis })),
  usageMonths: ({ period, unit }: Scope) => asked(api.ratios.usageMonths.query({ period, team: unit })),
  project: (project: string, { period, unit, basis }: Scope) =>
    asked(api.projects.read.query({ project, period, team: unit, basis })),
  projectUse: (project: string) => asked(api.projects.where.query({ project })),
  projectMonths: (project: string, { period, unit, basis }: Scope) =>
    asked(api.projects.months.query({ project, period, team: unit, basis })),
  projectHistory: (project: string, { period }: Scope) =>
    asked(api.projects.history.query({ project, period })),
  uploads: (cursor: string | undefined) => asked(api.uploads.list.query({ limit: 20, cursor })),
  views: () => asked(api.views.list.query({ page: "projects" })),
  saveView: (name: string, search: string) =>
    asked(api.views.save.mutate({ page: "projects", name, search })),
  removeView: (name: string) => asked(api.views.remove.mutate({ page: "projects", name })),
  installation: async (): Promise<InstallationState> => readInstallation(await get("/api/v1/installation")),
  session: async (): Promise<Session | null> => readSession(await get("/api/auth/get-session")),
  demo: () => asked(api.demo.read.query({})),
  removeDemo: () => asked(api.demo.remove.mutate({})),
  /** Signs in as the owner of the invented company: a visitor with the code of the start where that is needed, an owner without. */
  exploreDemo: (code: string) => post("/api/v1/installation/demo", code === "" ? {} : { code }),
  loadDemo: () => post("/api/v1/demo", {}),
  welcome: (values: NewInstallation) => post("/api/v1/installation", values),
  signIn: (email: string, password: string) => post("/api/auth/sign-in/email", { email, password }),
  signOut: () => post("/api/auth/sign-out", {}),
  /** Logs time under a key that the server takes once, however often it is sent; answers the id of the row. */
  logOnce: async (entry: LogEntry, key: string) =>
    readId(await post("/api/v1/contributions", entry, { "idempotency-key": key })),
  myWeek: (day: string | undefined) => asked(api.contributions.myWeek.query({ day })),
  myRecentWork: () => asked(api.contributions.myRecentWork.query({})),
  findLoggableProjects: (q: string) => asked(api.contributions.findProjects.query({ q })),
  logBatch: (items: readonly LogEntry[]) => asked(api.contributions.logBatch.mutate({ items: [...items] })),
  reverseContribution: (id: string, reason: string) =>
    asked(api.contributions.reverse.mutate({ id, reason })),
  reverseContributions: (ids: readonly string[], reason: string) =>
    asked(api.contributions.reverseBatch.mutate({ ids: [...ids], reason })),
  givenTime: (asks: Parameters<typeof api.giving.time.query>[0]) => asked(api.giving.time.query(asks)),
  givenMoney: (asks: Parameters<typeof api.giving.money.query>[0]) => asked(api.giving.money.query(asks)),
  contributions: (asks: Parameters<typeof api.contributions.list.query>[0]) =>
    asked(api.contributions.list.query(asks)),
  donations: (asks: Parameters<typeof api.donations.list.query>[0]) => asked(api.donations.list.query(asks)),
  recordDonation: (donation: Parameters<typeof api.donations.record.mutate>[0]) =>
    asked(api.donations.record.mutate(donation)),
  reverseDonation: (id: string, reason: string) => asked(api.donations.reverse.mutate({ id, reason })),
  upload,
};

/** A new member with a first password, which the server says this once; it is answered here. */
export async function inviteMember(member: {
  readonly name: string;
  readonly email: string;
  readonly role: string;
}): Promise<string> {
  return readFirstPassword(await post("/api/v1/members", member));
}

/** The scope as the operations call it. */
function filtersOf({ period, unit, ecosystem, basis }: Scope) {
  return { period, team: unit, ecosystem, basis };
}

/** An operation's answer, or its refusal as the problem document that the server sends along. */
export async function asked<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    throw heard(refusalOf(error));
  }
}

/** What was asked of the operations failed in itself, or before there was one to ask. */
function refusalOf(error: unknown): unknown {
  if (!isTrpcError(error)) return error;
  if (error.data) return new Refusal(error.data.problem);
  return error.cause instanceof Refusal ? error.cause : unreached();
}

/** Passes an error on, and tells those who wait for it where nobody is signed in any more. */
function heard<Failed>(error: Failed): Failed {
  if (error instanceof Refusal && error.isSignedOut) for (const tell of toldWhenSignedOut) tell();
  return error;
}

/** A request that is refused as a whole, such as one without a session, is answered by one problem document. */
async function reachOperations(
  address: URL | RequestInfo,
  request: Omit<RequestInit, "signal"> & { readonly signal?: AbortSignal | null | undefined } = {},
): Promise<Response> {
  const response = await reach(address, { ...request, signal: request.signal ?? null });
  const form = response.headers.get("content-type") ?? "";
  if (!response.ok && !form.startsWith("application/json")) await answer(response);
  return response;
}

function isTrpcError(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}

async function get(address: string): Promise<unknown> {
  return answer(await reach(address, { headers: { accept: "application/json" } }));
}

async function post(
  address: string,
  body: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const headers = { accept: "application/json", "content-type": "application/json", ...more };
  return answer(await reach(address, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function reach(address: URL | RequestInfo, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    throw unreached();
  }
}

async function answer(response: Response): Promise<unknown> {
  const body: unknown = parsed(await response.text());
  if (!response.ok) throw new Refusal(readProblem(response.status, body));
  return body;
}

/** XMLHttpRequest, because fetch tells nothing of how much was sent. */
function upload(upload: Upload): Promise<ReadFile> {
  const { product, source, onSent, signal } = upload;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ product, source, create: "true", wait: "true" });
    request.open("POST", `/api/v1/sboms?${query.toString()}`);
    request.setRequestHeader("accept", "application/json");
    request.upload.addEventListener("progress", (event) =>
      onSent(event.total === 0 ? 1 : event.loaded / event.total),
    );
    request.upload.addEventListener("load", () => onSent(1));
    request.addEventListener("error", () => reject(unreached()));
    request.addEventListener("abort", () =>
      reject(refusal("Stopped", "You stopped it. Nothing was imported.")),
    );
    request.addEventListener("load", () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(readUpload(body));
      else reject(heard(new Refusal(readProblem(request.status, body))));
    });
    signal.addEventListener("abort", () => request.abort());
    send(request, upload);
  });
}

/** A file alone goes as it is; with others beside it, as a form. */
function send(request: XMLHttpRequest, { file, source, beside }: Upload): void {
  if (beside.size === 0) {
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
    return;
  }
  const form = new FormData();
  form.append("file", file, source.slice(source.lastIndexOf("/") + 1));
  for (const [path, content] of beside) form.append("beside", content, path);
  request.send(form);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy that answers in HTML says no more than its status.
    return null;
  }
}

function unreached(): Refusal {
  return refusal("The server did not answer", "The server did not answer. Nothing was changed.");
}

/** What was never answered has no status. */
function refusal(title: string, detail: string): Refusal {
  return new Refusal({ type: "about:blank", status: 0, code: "unreached", title, detail });
}
