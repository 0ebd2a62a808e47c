import { AddMember } from "@headwater/contract/organization";
import { may } from "@headwater/domain/organization";
import { addMember } from "@headwater/operations/members/add";
import { Refused, requireStorable } from "@headwater/operations/operation";
import { Hono } from "hono";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { serveSignIn } from "./auth/sign-in.ts";
import { serveDependencyTrack, serveVersion } from "./rest/dependency-track.ts";
import { docsPage, docsStyle } from "./rest/docs.ts";
import { serveExport } from "./rest/export.ts";
import { openApi } from "./rest/openapi.ts";
import { routes } from "./rest/routes.ts";
import { jsonObject, textBody } from "./rest/json.ts";
import { serveRoutes } from "./rest/serve.ts";
import { serveUploads } from "./rest/uploads.ts";
import { securityHeaders } from "./security/headers.ts";
import { originGuard } from "./security/origin.ts";
import { problem, problemOf, problemResponse } from "./security/problem.ts";
import { isLocalVisitor } from "./serve/address.ts";
import { hotAnswers } from "./serve/hot-answers.ts";
import { metrics } from "./serve/metrics.ts";
import { serveStatic } from "./serve/static.ts";
import { serveTrpc } from "./serve/serve-trpc.ts";
import type { Surface, SurfaceVariables } from "./surface.ts";

const LARGEST_FORM = 100_000;

/** The whole surface at a glance, in the order in which a request meets it. */
export function app(surface: Surface): Hono<SurfaceVariables> {
  const { environment, runtime, auth, actors, firstStart } = surface;
  const app = new Hono<SurfaceVariables>();
  const counters = metrics();
  const docs = openApi(routes, environment.url);

  app.onError((error) => {
    const { document, headers } = problemOf(error, surface.log);
    return problemResponse(document, headers);
  });
  app.notFound((c) =>
    problemResponse(problem(404, "not-found", `There is nothing at ${c.req.method} ${c.req.path}.`)),
  );
  app.use(counters.count);
  app.use(securityHeaders(environment.url));

  app.get("/health/live", (c) => c.json({ status: "ok" }));
  app.get("/health/ready", async (c) =>
    (await runtime.database.ready())
      ? c.json({ status: "ready" })
      : problemResponse(problem(503, "database-unavailable", "The database does not answer yet."), {
          "Retry-After": "2",
        }),
  );
  app.get("/metrics", (c) =>
    mayReadMetrics(environment.metricsToken, c.req.raw.headers, c.env.address)
      ? c.text(counters.text())
      : problemResponse(
          problem(403, "not-allowed", "Metrics are read over loopback, or with HEADWATER_METRICS_TOKEN."),
        ),
  );

  app.use("/api/*", originGuard(environment.url));
  serveSignIn(app, surface);
  serveVersion(app);
  app.get("/api/v1/openapi.json", (c) => c.json(docs));
  app.get("/api/v1/docs", (c) => c.html(docsPage(routes)));
  app.get("/api/v1/docs.css", (c) => c.body(docsStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/api/v1/installation", async (c) =>
    c.json(await firstStart.state(isLocalVisitor(c.env.address, c.req.raw.headers))),
  );
  app.post("/api/v1/installation", async (c) => {
    const owner = await firstStart.create(
      await jsonOf(c.req.raw),
      isLocalVisitor(c.env.address, c.req.raw.headers),
    );
    return withBody(await auth.signIn(owner.email, owner.password), 201);
  });

  app.use("/api/*", async (c, next) => {
    c.set("actor", await actors.of(c.req.raw.headers, c.env.address));
    await next();
  });
  app.use("/api/*", hotAnswers(surface));
  addMembers(app, surface);
  serveUploads(app, surface);
  serveDependencyTrack(app, surface);
  serveExport(app, surface);
  serveRoutes(app, surface, routes);
  serveTrpc(app, surface);
  app.all("/api/*", (c) => c.notFound());
  if (surface.webFolder !== null) serveStatic(app, surface.webFolder);
  return app;
}

/** A member is a user of the authentication library and a row of ours: the user is made here, the row by the operation. */
function addMembers(app: Hono<SurfaceVariables>, { auth, runtime }: Surface): void {
  app.post("/api/v1/members", async (c) => {
    if (!may(c.var.actor.scopes, "member.manage"))
      throw new Refused("not-allowed", "Only an owner adds members.");
    const parsed = AddMember.safeParse(await jsonOf(c.req.raw));
    if (!parsed.success)
      throw new Refused("bad-field", "Some fields need another value.", {
        fields: parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
      });
    const { password = randomBytes(18).toString("base64url"), ...member } = parsed.data;
    const userId = await auth.createUser({ ...member, password });
    try {
      const added = await addMember(runtime, c.var.actor, { ...member, userId });
      return c.json({ ...added, password: parsed.data.password === undefined ? password : null }, 201);
    } catch (error) {
      await auth.removeUser(userId);
      throw error;
    }
  });
}

async function jsonOf(request: Request): Promise<Record<string, unknown>> {
  const given = jsonObject(
    await textBody(request, LARGEST_FORM, () => new Refused("too-large", "The body is larger than 100 kB.")),
  );
  requireStorable(given);
  return given;
}

function withBody(response: Response, status: number): Response {
  return new Response(response.body, {
    status: response.ok ? status : response.status,
    headers: response.headers,
  });
}

function mayReadMetrics(token: string | undefined, headers: Headers, address: string): boolean {
  if (isLocalVisitor(address, headers)) return true;
  const [given, wanted] = [
    Buffer.from(headers.get("authorization") ?? ""),
    Buffer.from(`Bearer ${token ?? ""}`),
  ];
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
