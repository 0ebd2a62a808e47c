import { release } from "@headwater/db/release";
import { Hono } from "hono";
import { timingSafeEqual } from "node:crypto";
import { serveSignIn } from "./auth/sign-in.ts";
import { serveDemo, serveDemoOfVisitor } from "./rest/demo.ts";
import { serveDependencyTrack, serveVersion } from "./rest/dependency-track.ts";
import { docsPage, docsStyle } from "./rest/docs.ts";
import { serveExport } from "./rest/export.ts";
import { serveInstallation } from "./rest/installation.ts";
import { serveMembers } from "./rest/members.ts";
import { openApi } from "./rest/openapi.ts";
import { routes } from "./rest/routes.ts";
import { serveRoutes } from "./rest/serve.ts";
import { serveUploads } from "./rest/uploads.ts";
import { securityHeaders } from "./security/headers.ts";
import { securityLog } from "./security/log.ts";
import { originGuard } from "./security/origin.ts";
import { problem, problemOf, problemResponse } from "./security/problem.ts";
import { isLocalVisitor } from "./serve/address.ts";
import { hotAnswers } from "./serve/hot-answers.ts";
import { metrics } from "./serve/metrics.ts";
import { serveStatic } from "./serve/static.ts";
import { serveTrpc } from "./serve/serve-trpc.ts";
import type { Surface, SurfaceVariables } from "./surface.ts";

/** The whole surface at a glance, in the order in which a request meets it. */
export function app(surface: Surface): Hono<SurfaceVariables> {
  const { environment, runtime, actors } = surface;
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
  const { version } = release();
  app.get("/health/ready", async (c) =>
    (await runtime.database.ready())
      ? c.json({ status: "ready", version })
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

  app.use("/api/*", securityLog(surface.note));
  app.use("/api/*", originGuard(environment.url));
  serveSignIn(app, surface);
  serveVersion(app);
  app.get("/api/v1/openapi.json", (c) => c.json(docs));
  app.get("/api/v1/docs", (c) => c.html(docsPage(routes)));
  app.get("/api/v1/docs.css", (c) => c.body(docsStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  serveInstallation(app, surface);
  serveDemoOfVisitor(app, surface);

  app.use("/api/*", async (c, next) => {
    c.set("actor", await actors.of(c.req.raw.headers, c.env.address));
    await next();
  });
  app.use("/api/*", hotAnswers(surface));
  serveMembers(app, surface);
  serveDemo(app, surface);
  serveUploads(app, surface);
  serveDependencyTrack(app, surface);
  serveExport(app, surface);
  serveRoutes(app, surface, routes);
  serveTrpc(app, surface);
  app.all("/api/*", (c) => c.notFound());
  if (surface.webFolder !== null) serveStatic(app, surface.webFolder);
  return app;
}

function mayReadMetrics(token: string | undefined, headers: Headers, address: string): boolean {
  if (isLocalVisitor(address, headers)) return true;
  const [given, wanted] = [
    Buffer.from(headers.get("authorization") ?? ""),
    Buffer.from(`Bearer ${token ?? ""}`),
  ];
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
