import { type Idempotent, Refused } from "@headwater/operations/operation";
import type { ProblemDocument } from "@headwater/contract/problem";
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { problemOf } from "../security/problem.ts";
import type { Surface, SurfaceVariables } from "../surface.ts";
import { etagOf } from "./etag.ts";

type RestContext = Context<SurfaceVariables>;

/** The Idempotency-Key that a request was sent with, or null. */
export function idempotencyKeyOf(c: RestContext): string | null {
  const key = c.req.header("idempotency-key");
  if (key !== undefined && (key === "" || key.length > 200))
    throw new Refused("bad-request", "An Idempotency-Key has 1 to 200 characters.");
  return key ?? null;
}

/** SHA-256 of what a request asks for; two requests with one digest are the same request sent again. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  // The length parts what comes one after the other, so that no two lists of parts give the same bytes.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} `).update(part);
  return hash.digest("hex");
}

/** The request with its key, and how its refusal is kept. `shaped` is for clients that want more in a problem document. */
export function onceRequest(
  c: RestContext,
  surface: Surface,
  key: string,
  bodyDigest: string,
  shaped: (document: ProblemDocument) => object = (document) => document,
): Pick<Idempotent<unknown>, "request" | "respondToRefusal"> {
  return {
    request: { key, method: c.req.method, path: c.req.path, bodyDigest },
    respondToRefusal: (refused) => ({
      status: refused.status,
      body: JSON.stringify(shaped(problemOf(refused, surface.log).document)),
    }),
  };
}

/** What a request with a key is answered, the first time or again. */
export function onceAnswer(given: {
  readonly status: number;
  readonly body: string;
  readonly replayed: boolean;
}): Response {
  const etag = given.status < 400 ? etagOf(JSON.parse(given.body)) : null;
  return new Response(given.body, {
    status: given.status,
    headers: {
      "Content-Type": given.status < 400 ? "application/json" : "application/problem+json",
      ...(etag === null ? {} : { ETag: etag }),
      ...(given.replayed ? { "Idempotency-Replayed": "true" } : {}),
    },
  });
}
