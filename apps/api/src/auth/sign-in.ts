import { Refused } from "@headwater/operations/operation";
import type { Hono } from "hono";
import { jsonObject, textBody } from "../rest/json.ts";
import { limiter, networkOf } from "../security/limiter.ts";
import { problem, problemResponse } from "../security/problem.ts";
import { isLoopback } from "../serve/address.ts";
import type { Surface, SurfaceVariables } from "../surface.ts";

/** All that is offered of the authentication library: the rest of it would change users without an audit row. */
const OFFERED = new Set([
  "GET /get-session",
  "GET /ok",
  "POST /sign-in/email",
  "POST /sign-out",
  "POST /change-password",
  "POST /revoke-other-sessions",
]);

const LARGEST_BODY = 10_000;

/** Signing in and out. Five attempts a minute for an account and for a network, whichever is tried. */
export function serveSignIn(app: Hono<SurfaceVariables>, { auth, actors }: Surface): void {
  const byAccount = limiter(5, 60_000);
  const byNetwork = limiter(5, 60_000);
  app.on(["GET", "POST"], "/api/auth/*", async (c) => {
    const name = c.req.path.slice("/api/auth".length);
    if (!OFFERED.has(`${c.req.method} ${name}`))
      return problemResponse(problem(404, "not-found", `There is nothing at ${c.req.method} ${c.req.path}.`));
    if (c.req.method === "GET") return await auth.handler(c.req.raw);
    const text = await textBody(c.req.raw, LARGEST_BODY, tooLarge);
    const body = text === "" ? {} : jsonObject(text);
    if (name === "/sign-in/email") {
      // The account is read from the very value that is handed on, so that no other spelling of it counts as another account.
      const email = typeof body["email"] === "string" ? body["email"].trim().toLowerCase() : "";
      const now = Date.now();
      const waits = [
        byAccount.attempt(email, now),
        isLoopback(c.env.address) ? null : byNetwork.attempt(networkOf(c.env.address), now),
      ].filter((wait) => wait !== null);
      if (waits.length > 0)
        throw new Refused("too-many-requests", "Too many attempts to sign in. Wait a minute and try again.", {
          retryAfterSeconds: Math.max(...waits),
        });
    }
    const headers = new Headers(c.req.raw.headers);
    headers.delete("content-length");
    headers.set("content-type", "application/json");
    const answer = await auth.handler(
      new Request(c.req.url, { method: "POST", headers, body: JSON.stringify(body) }),
    );
    // Signing out ends at once what is kept of the session.
    actors.forgetAll();
    return answer;
  });
}

function tooLarge(): Refused {
  return new Refused("too-large", "An e-mail address and a password are not that long.");
}
