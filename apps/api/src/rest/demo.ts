import { LoadDemo, type LoadedDemo } from "@headwater/contract/demo";
import { may } from "@headwater/domain/organization";
import { demoCompany } from "@headwater/operations/demo/company/company";
import { loadDemo } from "@headwater/operations/demo/load";
import { provisionDemo } from "@headwater/operations/demo/provision";
import { Refused } from "@headwater/operations/operation";
import { randomBytes } from "node:crypto";
import type { Context, Hono } from "hono";
import { limiter, networkOf } from "../security/limiter.ts";
import { isLocalVisitor } from "../serve/address.ts";
import type { Surface, SurfaceVariables } from "../surface.ts";
import { formText } from "./form.ts";

type RestContext = Context<SurfaceVariables>;

/** The first visitor looks around in a demo company before there is anything else: nobody has signed in yet. */
export function serveDemoOfVisitor(app: Hono<SurfaceVariables>, surface: Surface): void {
  const { runtime, firstStart } = surface;
  const byNetwork = limiter(5, 60_000);
  app.post("/api/v1/installation/demo", async (c) => {
    const { code } = await asked(c);
    const wait = byNetwork.attempt(networkOf(c.env.address), Date.now());
    if (wait !== null)
      throw new Refused(
        "too-many-requests",
        "The demo was asked for too often. Wait a minute and try again.",
        {
          retryAfterSeconds: wait,
        },
      );
    firstStart.requireCode(code, isLocalVisitor(c.env.address, c.req.raw.headers));
    return await signedIn(c, surface, (account) => provisionDemo(runtime, { loadedBy: null, account }));
  });
}

/** From the settings: the demo stands beside the organization, and whoever loads it goes on in it. */
export function serveDemo(app: Hono<SurfaceVariables>, surface: Surface): void {
  app.post("/api/v1/demo", async (c) => {
    const { actor } = c.var;
    if (!may(actor.scopes, "demo.manage"))
      throw new Refused("not-allowed", "Only an owner loads the demo company.");
    await asked(c);
    return await signedIn(c, surface, (account) => loadDemo(surface.runtime, actor, account));
  });
}

async function asked(c: RestContext): Promise<LoadDemo> {
  const parsed = LoadDemo.safeParse((await formText(c.req.raw)).given);
  if (parsed.success) return parsed.data;
  throw new Refused("bad-field", "Some fields need another value.", {
    fields: parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
  });
}

/** Makes the demo with an owner of its own, and signs whoever asked in as that owner. */
async function signedIn(
  c: RestContext,
  { auth, wake }: Surface,
  make: (account: Awaited<ReturnType<Surface["auth"]["newAccount"]>>) => Promise<string>,
): Promise<Response> {
  const password = randomBytes(18).toString("base64url");
  const { email } = demoCompany.owner;
  const organization = await make(await auth.newAccount(password));
  wake();
  const session = await auth.signIn(email, password);
  const response = c.json({ organization, email, password } satisfies LoadedDemo, 201);
  for (const cookie of session.headers.getSetCookie()) response.headers.append("Set-Cookie", cookie);
  return response;
}
