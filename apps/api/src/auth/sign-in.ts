import { Refused } from "@headwater/operations/operation";
import type { Hono } from "hono";
import { z } from "zod";
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
/** As the library refuses a longer one unread. */
const LONGEST_PASSWORD = 256;

/** Signing in and out. Five attempts a minute for an account and for a network, whichever is tried. */
export function serveSignIn(app: Hono<SurfaceVariables>, { auth, actors }: Surface): void {
  const byAccount = limiter(5, 60_000);
  const byNetwork = limiter(5, 60_000);
  app.on(["GET", "POST"], "/api/auth/*", async (c) => {
    const name = c.req.path.slice("/api/auth".length);
    if (!OFFERED.has(`${c.req.method} ${name}`))
      return problemResponse(problem(404, "not-found", `There is nothing at ${c.req.method} ${c.req.path}.`));
    if (c.req.method === "GET") return await withAddress(await auth.handler(c.req.raw));
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
    return await withAddress(answer);
  });
}

const Answered = z.object({ user: z.object({ address: z.string() }).loose() }).loose();

/** The user as they know themselves: by the address that they typed, not by the e-mail that the library keeps unique. */
async function withAddress(answer: Response): Promise<Response> {
  if (!answer.ok || answer.headers.get("content-type")?.startsWith("application/json") !== true)
    return answer;
  const text = await answer.text();
  const parsed = Answered.safeParse(JSON.parse(text));
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  if (!parsed.success) return new Response(text, { status: answer.status, headers });
  const { address, ...user } = parsed.data.user;
  const shown = JSON.stringify({ ...parsed.data, user: { ...user, email: address } });
  return new Response(shown, { status: answer.status, headers });
}

function tooLarge(): Refused {
  return new Refused("too-large", "An e-mail address and a password are not that long.");
}
