import { AddMember } from "@headwater/contract/organization";
import { addMember } from "@headwater/operations/members/add";
import { Refused } from "@headwater/operations/operation";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { serveDependencyTrack, serveVersion } from "./rest/dependency-track.ts";
import { docsPage, docsStyle } from "./rest/docs.ts";
import { serveExport } from "./rest/export.ts";
import { openApi } from "./rest/openapi.ts";
import { routes } from "./rest/routes.ts";
import { bytesOf, serveRoutes } from "./rest/serve.ts";
import { serveUploads, tooLarge } from "./rest/uploads.ts";
import { appRouter } from "./router.ts";
import { securityHeaders } from "./security/headers.ts";
import { limiter, networkOf } from "./security/limiter.ts";
import { originGuard } from "./security/origin.ts";
import { problem, problemOf } from "./security/problem.ts";
import { isLoopback } from "./serve/address.ts";
import { hotAnswers } from "./serve/hot-answers.ts";
import { metrics } from "./serve/metrics.ts";
import { serveStatic } from "./serve/static.ts";
import type { Surface, SurfaceVariables } from "./surface.ts";

/** A page asks for a handful of things at once; one request that asks for thousands is an attack. */
const LARGEST_BATCH = 20;

/** The whole surface at a glance, in the order in which a request meets it. */
export function app(surface: Surface): Hono<SurfaceVariables> {
  const { environment, runtime, auth, actors, firstStart } = surface;
  const app = new Hono<SurfaceVariables>();
  const counters = metrics();
  const docs = openApi(routes, environment.url);

  app.onError((error) => {
    const { document, headers } = problemOf(error, surface.log);
    return new Response(JSON.stringify(document), { status: document.status, headers: { "Content-Type": "application/problem+json", ...headers } });
  });
  app.use(counters.count);
  app.use(securityHeaders(environment.url));

  app.get("/health/live", (c) => c.json({ status: "ok" }));
  app.get("/health/ready", async (c) => ((await runtime.database.ready()) ? c.json({ status: "ready" }) : c.json(problem(503, "database-unavailable", "The database does not answer yet."), 503, { "Retry-After": "2" })));
  app.get("/metrics", (c) => (mayReadMetrics(environment.metricsToken, c.req.header("authorization"), c.env.address) ? c.text(counters.text()) : c.json(problem(403, "not-allowed", "Metrics are read over loopback, or with HEADWATER_METRICS_TOKEN."), 403)));

  app.use("/api/*", originGuard(environment.url));
  signIn(app, surface);
  app.on(["GET", "POST"], "/api/auth/*", (c) => auth.handler(c.req.raw));
  serveVersion(app);
  app.get("/api/v1/openapi.json", (c) => c.json(docs));
  app.get("/api/v1/docs", (c) => c.html(docsPage(routes)));
  app.get("/api/v1/docs.css", (c) => c.body(docsStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/api/v1/installation", async (c) => c.json(await firstStart.state(isLoopback(c.env.address))));
  app.post("/api/v1/installation", async (c) => {
    const owner = await firstStart.create(await jsonOf(c.req.raw), isLoopback(c.env.address));
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
  app.all("/api/trpc/*", async (c) => {
    const calls = c.req.path.slice("/api/trpc/".length).split(",").length;
    if (calls > LARGEST_BATCH) throw new Refused("bad-request", `A request may ask for ${LARGEST_BATCH} things at once; this one asks for ${calls}.`);
    if (c.req.method !== "GET" && !(c.req.header("content-type") ?? "").startsWith("application/json")) throw new Refused("bad-request", "A change is sent as application/json.");
    return await fetchRequestHandler({ endpoint: "/api/trpc", req: c.req.raw, router: appRouter, createContext: () => ({ actor: c.var.actor, runtime, log: surface.log }) });
  });
  app.all("/api/*", (c) => c.json(problem(404, "not-found", `There is nothing at ${c.req.method} ${c.req.path}.`), 404));
  if (surface.webFolder !== null) serveStatic(app, surface.webFolder);
  return app;
}

/** Five attempts a minute for an account and for a network, whoever of both is tried. */
function signIn(app: Hono<SurfaceVariables>, surface: Surface): void {
  const byAccount = limiter(5, 60_000);
  const byNetwork = limiter(5, 60_000);
  app.use("/api/auth/sign-in/*", async (c, next) => {
    const body = await c.req.raw.clone().text();
    const email = /"email"\s*:\s*"([^"]{1,254})"/.exec(body)?.[1]?.toLowerCase() ?? "";
    const now = Date.now();
    const network = networkOf(c.env.address);
    const waits = [byAccount.attempt(email, now), isLoopback(c.env.address) ? null : byNetwork.attempt(network, now)].filter((wait) => wait !== null);
    if (waits.length > 0) throw new Refused("too-many-requests", "Too many attempts to sign in. Wait a minute and try again.", { retryAfterSeconds: Math.max(...waits) });
    return await next();
  });
  // Signing out ends at once what is kept of the session.
  app.use("/api/auth/*", async (c, next) => {
    await next();
    if (c.req.method !== "GET") surface.actors.forgetAll();
  });
}

/** A member is a user of the authentication library and a row of ours: the user is made here, the row by the operation. */
function addMembers(app: Hono<SurfaceVariables>, { auth, runtime }: Surface): void {
  app.post("/api/v1/members", async (c) => {
    const parsed = AddMember.safeParse(await jsonOf(c.req.raw));
    if (!parsed.success) throw new Refused("bad-field", "Some fields need another value.", { fields: parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })) });
    if (!c.var.actor.scopes.some((scope) => scope === "all" || scope === "owner" || scope === "member.manage")) throw new Refused("not-allowed", "Only an owner adds members.");
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

async function jsonOf(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await bytesOf(request, 100_000, tooLarge));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("bad-request", "The body is not JSON.");
  }
}

function withBody(response: Response, status: number): Response {
  return new Response(response.body, { status: response.ok ? status : response.status, headers: response.headers });
}

function mayReadMetrics(token: string | undefined, authorization: string | undefined, address: string): boolean {
  if (isLoopback(address)) return true;
  const [given, wanted] = [Buffer.from(authorization ?? ""), Buffer.from(`Bearer ${token ?? ""}`)];
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
