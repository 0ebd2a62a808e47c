import type { MiddlewareHandler } from "hono";
import { createHmac, randomBytes } from "node:crypto";
import { keyOf } from "../auth/key-header.ts";
import type { SurfaceVariables } from "../surface.ts";
import { networkOf } from "./limiter.ts";

/** Keys and tokens are longer than any name of ours; an address may hold one by mistake. */
const LONGEST_NAME = 40;
const LONGEST_PATH = 200;

/** All that the log tells of (docs/security/logging.md). */
export const securityEvents = [
  "signed-in",
  "sign-in-refused",
  "signed-out",
  "sign-out-refused",
  "password-changed",
  "password-change-refused",
  "sessions-ended",
  "sessions-end-refused",
  "owner-created",
  "credential-refused",
  "not-allowed",
  "throttled",
] as const;
type SecurityEvent = (typeof securityEvents)[number];

/** What signing in and out came to, by status. */
const SIGNING: Readonly<Record<string, { readonly done: SecurityEvent; readonly refused: SecurityEvent }>> = {
  "/api/auth/sign-in/email": { done: "signed-in", refused: "sign-in-refused" },
  "/api/auth/sign-out": { done: "signed-out", refused: "sign-out-refused" },
  "/api/auth/change-password": { done: "password-changed", refused: "password-change-refused" },
  "/api/auth/revoke-other-sessions": { done: "sessions-ended", refused: "sessions-end-refused" },
};

/**
 * Notes who signed in and out, and what was refused for want of a right, of a session or of patience: one JSON object a line,
 * with no query, no body and no secret. A person is an id; an account that is only tried is a pseudonym that means
 * something while this process runs.
 */
export function securityLog(note: (line: string) => void): MiddlewareHandler<SurfaceVariables> {
  return async (c, next) => {
    await next();
    const { method, path } = c.req;
    const event = eventOf(method, path, c.res.status, hasCredential(c.req.raw.headers));
    if (event === null) return;
    const actor: SurfaceVariables["Variables"]["actor"] | undefined = c.get("actor");
    note(
      JSON.stringify({
        time: new Date().toISOString(),
        level: "security",
        event,
        status: c.res.status,
        method,
        path: shownPath(path),
        network: networkOf(c.env.address),
        subject: c.get("subject") ?? (actor === undefined ? null : `${actor.kind}:${actor.id}`),
      }),
    );
  };
}

const pseudonymKey = randomBytes(32);

/** The same for the same address while the process runs; nobody can try addresses on it afterwards. */
export function pseudonymOf(address: string): string {
  return `account:${createHmac("sha256", pseudonymKey).update(address).digest("hex").slice(0, 16)}`;
}

function eventOf(method: string, path: string, status: number, credential: boolean): SecurityEvent | null {
  const signing = method === "POST" ? SIGNING[path] : undefined;
  if (signing !== undefined) return status < 400 ? signing.done : signing.refused;
  if (status === 403) return "not-allowed";
  if (status === 429) return "throttled";
  // Whoever comes without anything is merely not signed in yet.
  if (status === 401 && credential) return "credential-refused";
  return method === "POST" && path === "/api/v1/installation" && status === 201 ? "owner-created" : null;
}

function hasCredential(headers: Headers): boolean {
  return keyOf(headers) !== null || (headers.get("cookie") ?? "").includes("headwater.session_token=");
}

function shownPath(path: string): string {
  return path
    .split("/")
    .map((part) => (part.length > LONGEST_NAME ? "…" : part))
    .join("/")
    .slice(0, LONGEST_PATH);
}
