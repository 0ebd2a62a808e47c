import type { MiddlewareHandler } from "hono";
import { keyOf } from "../auth/key-header.ts";
import { problem, problemResponse } from "./problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Refuses a write that another site makes with a visitor's cookie, whatever its content type: the frameworks' own guards
 * let JSON and octet-stream through. Requests with a key carry no ambient authority and pass.
 */
export function originGuard(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl);
  return async (c, next) => {
    if (SAFE.has(c.req.method) || carriesKey(c.req.path, c.req.raw.headers)) return await next();
    const headers = c.req.raw.headers;
    const origin = headers.get("origin");
    const site = headers.get("sec-fetch-site");
    const stated = origin !== null || site !== null;
    const foreign =
      (origin !== null && !sameOrigin(origin, own, c.req.url)) ||
      (site !== null && site !== "same-origin" && site !== "none");
    // A browser always says where a write comes from; a cookie without that is not from one.
    if (foreign || (!stated && headers.has("cookie")))
      return problemResponse(
        problem(
          403,
          "foreign-origin",
          "This write comes from another site. Open Headwater at its own address and try again.",
        ),
      );
    return await next();
  };
}

/** Signing in and out is a matter of cookies alone: there a key excuses nothing. */
function carriesKey(path: string, headers: Headers): boolean {
  return keyOf(headers) !== null && !path.startsWith("/api/auth/");
}

/** The public address, or a loopback name on the port that was asked: loopback names count as equal. */
function sameOrigin(origin: string, own: URL, requested: string): boolean {
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  if (given.origin === own.origin) return true;
  const here = new URL(requested);
  return LOOPBACK.has(given.hostname) && LOOPBACK.has(here.hostname) && given.port === here.port;
}
