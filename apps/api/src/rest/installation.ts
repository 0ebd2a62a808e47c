import { Refused } from "@headwater/operations/operation";
import type { Hono } from "hono";
import { limiter } from "../security/limiter.ts";
import { isLocalVisitor } from "../serve/address.ts";
import type { Surface, SurfaceVariables } from "../surface.ts";
import { formText } from "./form.ts";
import { idempotencyKeyOf, onceAnswer } from "./once.ts";

/** Whether somebody has to be welcomed, and the first start itself, which signs the owner in. */
export function serveInstallation(app: Hono<SurfaceVariables>, { auth, firstStart }: Surface): void {
  // A body that is answered again signs in, so that as few may be tried on one key as passwords on an account.
  const byKey = limiter(5, 60_000);
  app.get("/api/v1/installation", async (c) =>
    c.json(await firstStart.state(isLocalVisitor(c.env.address, c.req.raw.headers))),
  );
  app.post("/api/v1/installation", async (c) => {
    const { text, given } = await formText(c.req.raw);
    const key = idempotencyKeyOf(c);
    const wait = key === null ? null : byKey.attempt(key, Date.now());
    if (wait !== null)
      throw new Refused("too-many-requests", "This key was tried too often. Wait a minute and try again.", {
        retryAfterSeconds: wait,
      });
    const request =
      key === null ? null : { key, method: c.req.method, path: c.req.path, bodyDigest: auth.digestOf(text) };
    const local = isLocalVisitor(c.env.address, c.req.raw.headers);
    const { owner, ...answer } = await firstStart.create(given, local, request);
    const signedIn = await auth.signIn(owner.email, owner.password);
    const response = onceAnswer(answer);
    for (const cookie of signedIn.headers.getSetCookie()) response.headers.append("Set-Cookie", cookie);
    return response;
  });
}
