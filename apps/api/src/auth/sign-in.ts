import { ChangePassword } from "@headwater/contract/installation";
import { Refused } from "@headwater/operations/operation";
import type { Hono } from "hono";
import { jsonObject, textBody } from "../rest/json.ts";
import { limiter, networkOf } from "../security/limiter.ts";
import { pseudonymOf } from "../security/log.ts";
import { problem, problemResponse } from "../security/problem.ts";
import { isLoopback } from "../serve/address.ts";
import type { Surface, SurfaceVariables } from "../surface.ts";
import { shownAnswer } from "./shown-answer.ts";

/** All that is offered of the authentication library: the rest of it would change users without an audit row. */
export const OFFERED: ReadonlySet<string> = new Set([
  "GET /get-session",
  "GET /ok",
  "POST /sign-in/email",
  "POST /sign-out",
  "POST /change-password",
  "POST /revoke-other-sessions",
]);

const LARGEST_BODY = 10_000;
/** As the library refuses a longer one unread. */
const LONGEST_PASSWORD = 256;

/** Attempts a minute for an account and for a network (docs/security/authentication.md). */
export const ATTEMPTS_A_MINUTE = 5;
const MINUTE_MILLIS = 60_000;

/** Signing in and out. Few attempts a minute for an account and for a network, whichever is tried. */
export function serveSignIn(app: Hono<SurfaceVariables>, { auth, actors }: Surface): void {
  const byAccount = limiter(ATTEMPTS_A_MINUTE, MINUTE_MILLIS);
  const byNetwork = limiter(ATTEMPTS_A_MINUTE, MINUTE_MILLIS);
  const byChange = limiter(ATTEMPTS_A_MINUTE, MINUTE_MILLIS);
  app.on(["GET", "POST"], "/api/auth/*", async (c) => {
    const name = c.req.path.slice("/api/auth".length);
    if (!OFFERED.has(`${c.req.method} ${name}`))
      return problemResponse(problem(404, "not-found", `There is nothing at ${c.req.method} ${c.req.path}.`));
    if (c.req.method === "GET") {
      // Asked of ourselves first: a session that has lasted its time is none.
      if (name === "/get-session" && (await auth.userOf(c.req.raw.headers)) === null) return c.json(null);
      return (await shownAnswer(await auth.handler(c.req.raw))).answer;
    }
    const text = await textBody(c.req.raw, LARGEST_BODY, tooLarge);
    let body = text === "" ? {} : jsonObject(text);
    const userId = name === "/sign-in/email" ? null : await auth.userOf(c.req.raw.headers);
    if (userId !== null) c.set("subject", `user:${userId}`);
    if (name === "/change-password") {
      const wait = userId === null ? null : byChange.attempt(userId, Date.now());
      if (wait !== null) throw tooMany("Too many attempts to change the password.", wait);
      body = passwordChange(body);
    }
    if (name === "/sign-in/email") {
      // The account is read from the very value that is handed on, so that no other spelling of it counts as another account.
      const email = typeof body["email"] === "string" ? body["email"].trim().toLowerCase() : "";
      c.set("subject", pseudonymOf(email));
      const now = Date.now();
      const waits = [
        byAccount.attempt(email, now),
        isLoopback(c.env.address) ? null : byNetwork.attempt(networkOf(c.env.address), now),
      ].filter((wait) => wait !== null);
      if (waits.length > 0) throw tooMany("Too many attempts to sign in.", Math.max(...waits));
      if (typeof body["password"] === "string" && body["password"].length <= LONGEST_PASSWORD)
        body["email"] = await auth.emailOf(email, body["password"]);
    }
    const headers = new Headers(c.req.raw.headers);
    headers.delete("content-length");
    headers.set("content-type", "application/json");
    const answer = await auth.handler(
      new Request(c.req.url, { method: "POST", headers, body: JSON.stringify(body) }),
    );
    // Signing out ends at once what is kept of the session.
    actors.forgetAll();
    // What the browser kept of our answers goes with the session.
    if (name === "/sign-out") answer.headers.set("Clear-Site-Data", '"cache"');
    const shown = await shownAnswer(answer);
    if (name === "/sign-in/email" && shown.userId !== null) c.set("subject", `user:${shown.userId}`);
    return shown.answer;
  });
}

/** Whoever changes a password ends their other sessions, unless they ask to keep them. */
function passwordChange(body: Record<string, unknown>): Record<string, unknown> {
  const parsed = ChangePassword.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refused("bad-field", "Some fields need another value.", {
    fields: parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
  });
}

function tooMany(what: string, retryAfterSeconds: number): Refused {
  return new Refused("too-many-requests", `${what} Wait a minute and try again.`, { retryAfterSeconds });
}

function tooLarge(): Refused {
  return new Refused("too-large", "An e-mail address and a password are not that long.");
}
