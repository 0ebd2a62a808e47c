import type { Identifier } from "@headwater/domain/identifier";
import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Surface, SurfaceVariables } from "../surface.ts";

/** Figures that many people look at and that change only when something is written: of the machine interface, and what pages ask, also together. */
const HOT =
  /^\/api\/(?:v1\/(?:ratios|summary)|trpc\/ratios\.(?:read|summary)(?:,ratios\.(?:read|summary))*)$/;
const KEPT_MILLIS = 30_000;
const MOST_KEPT = 500;

interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly type: string;
  readonly until: number;
}

const keptOf = new Map<string, Map<string, KeptAnswer>>();

/**
 * Keeps the bytes of hot aggregates a short while and drops them when the organization changes.
 * One copy for each combination of rights, since rights decide what is shown.
 */
export function hotAnswers(_: Surface): MiddlewareHandler<SurfaceVariables> {
  return async (c, next) => {
    // Who asks tRPC for a stream of lines gets another body at the same address.
    if (c.req.method !== "GET" || !HOT.test(c.req.path) || c.req.header("trpc-accept") !== undefined)
      return await next();
    const { actor } = c.var;
    const kept = keptOf.get(actor.organizationId) ?? new Map<string, KeptAnswer>();
    keptOf.set(actor.organizationId, kept);
    const key = `${actor.scopes.join(" ")} ${actor.personId ?? ""} ${c.req.url}`;
    const known = kept.get(key);
    if (known !== undefined && known.until > Date.now()) return replay(known, c.req.header("if-none-match"));
    await next();
    if (c.res.status !== 200) return;
    const bytes = new Uint8Array(await c.res.clone().arrayBuffer());
    const answer = {
      bytes,
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`,
      type: c.res.headers.get("content-type") ?? "application/json",
      until: Date.now() + KEPT_MILLIS,
    };
    // What was begun before a change goes into the map that the change has dropped, where nobody looks.
    kept.set(key, answer);
    const oldest = kept.keys().next();
    if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
    c.res = replay(answer, c.req.header("if-none-match"));
  };
}

export function forgetHotAnswers(organizationId: Identifier<"org">): void {
  keptOf.delete(organizationId);
}

/** Where nobody knows what another process wrote meanwhile. */
export function forgetAllHotAnswers(): void {
  keptOf.clear();
}

function replay(answer: KeptAnswer, ifNoneMatch: string | undefined): Response {
  const headers = { "Content-Type": answer.type, ETag: answer.etag, "Cache-Control": "no-store" };
  return ifNoneMatch === answer.etag
    ? new Response(null, { status: 304, headers })
    : new Response(answer.bytes, { headers });
}
