import { ProblemDocument } from "@headwater/contract/problem";
import { randomUUID } from "node:crypto";
import { Failure } from "../command.ts";
import type { Server } from "./connection.ts";

/** The server understood and said no; `code` is its closed code. */
export class RefusedByServer extends Failure {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** A shape of packages/contract: what arrives is parsed before anything believes it. */
export interface Shape<Value> {
  readonly safeParse: (value: unknown) =>
    | { readonly success: true; readonly data: Value }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

export interface Call {
  readonly method: "GET" | "POST";
  /** Below /api/v1. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | null>>;
  readonly body?: { readonly bytes: Uint8Array | string; readonly contentType: string };
}

/** Asks the server and reads its answer as `shape`. Throws Failure with the server's reason where it refuses. */
export async function call<Value>(server: Server, what: Call, shape: Shape<Value>): Promise<Value> {
  const text = await callForText(server, what);
  const read = shape.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Failure(
    `${server.url} answered ${what.path} in a form that this version does not know (${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}).`,
  );
}

/** The same for answers that are no JSON, such as CSV. */
export async function callForText(server: Server, what: Call): Promise<string> {
  const url = addressOf(server, what);
  // One key for all tries, so that a write whose answer was lost is not done twice.
  const headers = new Headers({ authorization: `Bearer ${server.key}`, accept: "application/json" });
  if (what.body !== undefined) headers.set("content-type", what.body.contentType);
  if (what.method !== "GET") headers.set("idempotency-key", randomUUID());
  for (let tried = 1; ; tried += 1) {
    const answer = await send(
      url,
      { method: what.method, headers, body: what.body?.bytes ?? null, redirect: "manual" },
      server,
    );
    if (answer.ok) return await answer.text();
    const problem = ProblemDocument.safeParse(jsonOf(await answer.text()));
    const isBusy =
      answer.status === 429 ||
      answer.status === 503 ||
      (answer.status === 409 && problem.data?.code === "still-running");
    if (!isBusy || tried > mostRetries) throw refusal(server, answer, problem.data ?? null);
    await new Promise((resolve) => setTimeout(resolve, secondsToWait(answer, tried) * 1_000));
  }
}

export function json(value: unknown): NonNullable<Call["body"]> {
  return { bytes: JSON.stringify(value), contentType: "application/json" };
}

const mostRetries = 5;
const longestWaitSeconds = 60;

function secondsToWait(answer: Response, tried: number): number {
  const asked = answer.headers.get("retry-after") ?? "";
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1_000;
  return Math.min(longestWaitSeconds, Number.isFinite(seconds) ? Math.max(0, seconds) : tried);
}

function addressOf(server: Server, { path, query }: Call): URL {
  const url = new URL(`${server.url}/api/v1${path}`);
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== null) url.searchParams.set(name, value);
  return url;
}

async function send(url: URL, request: RequestInit, server: Server): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error && "code" in error.cause
        ? String(error.cause.code)
        : "no answer";
    throw new Failure(`${server.url} cannot be reached (${cause}). Is the server running?`);
  }
}

function refusal(server: Server, answer: Response, problem: ProblemDocument | null): Failure {
  // A key is never carried on to another address.
  if (answer.status >= 300 && answer.status < 400)
    return new Failure(
      `${server.url} leads on to ${answer.headers.get("location") ?? "nowhere"}; log in with that address.`,
    );
  if (problem === null)
    return new Failure(
      `${server.url} answered ${answer.status} and gave no reason; is it a Headwater server?`,
    );
  const hint = problem.code === "unauthenticated" ? " Log in again: headwater login URL." : "";
  return new RefusedByServer(
    problem.code,
    `${problem.detail}${/[.!?]$/.test(problem.detail) ? "" : "."}${hint}`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the shape says so in its own words.
    return null;
  }
}
