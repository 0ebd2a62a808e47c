/** Every call to the server. Pages know no address and no HTTP. */
import {
  type Installation,
  type Organization,
  type Problem,
  type Product,
  type RatiosPage,
  readInstallation,
  readOrganization,
  readProblem,
  readProducts,
  readRatios,
  readSession,
  readSnapshot,
  readSummary,
  type Session,
  type Snapshot,
  type Summary,
} from "./answers.ts";

/** A call that the server refused, or that did not reach it (status 0). */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
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

export interface Upload {
  readonly product: string;
  readonly source: string;
  readonly file: Blob;
  /** 0 to 1 while the bytes go out; 1 once the server reads them. */
  readonly onSent: (share: number) => void;
  readonly signal: AbortSignal;
}

/** The most rows that one answer may hold. */
const PAGE_ROWS = 1000;

export const server = {
  installation: async (): Promise<Installation> => readInstallation(await get("/api/v1/installation")),
  session: async (): Promise<Session | null> => readSession(await get("/api/auth/get-session")),
  organization: async (): Promise<Organization> => readOrganization(await get("/api/v1/organization")),
  products: async (): Promise<readonly Product[]> =>
    readProducts(await get(`/api/v1/products?limit=${PAGE_ROWS}`)),
  summary: async (period: string): Promise<Summary> =>
    readSummary(await get(`/api/v1/summary?${query({ period })}`)),
  ratios: async (period: string, cursor: string | null): Promise<RatiosPage> =>
    readRatios(
      await get(`/api/v1/ratios?${query({ period, by: "project", limit: String(PAGE_ROWS), cursor })}`),
    ),
  welcome: (values: NewInstallation): Promise<unknown> => post("/api/v1/installation", values),
  signIn: (email: string, password: string): Promise<unknown> =>
    post("/api/auth/sign-in/email", { email, password }),
  signOut: (): Promise<unknown> => post("/api/auth/sign-out", {}),
  upload,
};

async function get(address: string): Promise<unknown> {
  return answer(await reach(address, { headers: { accept: "application/json" } }));
}

async function post(address: string, body: unknown): Promise<unknown> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return answer(await reach(address, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { credentials: "same-origin", ...request });
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
function upload({ product, source, file, onSent, signal }: Upload): Promise<Snapshot> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/sboms?${query({ product, source, create: "true", wait: "true" })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.upload.addEventListener("progress", (event) =>
      onSent(event.total === 0 ? 1 : event.loaded / event.total),
    );
    request.upload.addEventListener("load", () => onSent(1));
    request.addEventListener("error", () => reject(unreached()));
    request.addEventListener("abort", () =>
      reject(new Refusal(problem("stopped", "Stopped", "You stopped it. Nothing was imported."))),
    );
    request.addEventListener("load", () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(readSnapshot(body));
      else reject(new Refusal(readProblem(request.status, body)));
    });
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
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
  return new Refusal(
    problem("unreached", "The server did not answer", "The server did not answer. Nothing was changed."),
  );
}

function problem(code: string, title: string, detail: string): Problem {
  return { status: 0, code, title, detail, where: null, fields: new Map() };
}

function query(values: Readonly<Record<string, string | null>>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) parts.set(name, value);
  return parts.toString();
}
