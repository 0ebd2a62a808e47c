import { type Actor, badField, type Idempotent, Refused } from "@headwater/operations/operation";
import type { Context, Hono } from "hono";
import type { Surface, SurfaceVariables } from "../surface.ts";
import { csvOf } from "./csv.ts";
import { etagOf } from "./etag.ts";
import { jsonObject, textBody } from "./json.ts";
import { digestOf, idempotencyKeyOf, onceAnswer, onceRequest } from "./once.ts";
import type { RestRoute } from "./route.ts";
import { xlsxOf } from "./xlsx.ts";

type RestContext = Context<SurfaceVariables>;

/** A batch of a thousand rows with notes fits; an inventory has its own address. */
const LARGEST_BODY = 5 * 1024 * 1024;

/** Mounts each route: input from path, query and body, output as JSON, errors as problem documents. */
export function serveRoutes(
  app: Hono<SurfaceVariables>,
  surface: Surface,
  routes: readonly RestRoute[],
): void {
  for (const route of routes) {
    const path = `/api/v1${route.path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
    app.on(route.method.toUpperCase(), path, async (c) => answer(c, surface, route));
  }
}

async function answer(c: RestContext, surface: Surface, route: RestRoute): Promise<Response> {
  const { actor } = c.var;
  requireFormat(c, route);
  const body =
    route.method === "get" || route.method === "delete"
      ? ""
      : await textBody(c.req.raw, LARGEST_BODY, tooLarge);
  const input = { ...inputOf(c, body, route), ...ifMatch(c, route) };
  const key = route.operation.performOnce === null ? null : idempotencyKeyOf(c);
  if (key !== null) return await answerOnce(c, surface, route, { actor, input, body, key });
  const output = await route.operation.perform(surface.runtime, actor, input);
  if (route.csv && c.req.query("format") === "csv") return csvOf(route, output);
  if (route.csv && c.req.query("format") === "xlsx") return await xlsxOf(route, output);
  return jsonAnswer(c, output, route.status);
}

function jsonAnswer(c: RestContext, output: unknown, status: 200 | 201): Response {
  const etag = etagOf(output);
  if (etag === null) return c.json(output, status);
  if (status === 200 && c.req.header("if-none-match") === etag) return c.body(null, 304, { ETag: etag });
  return c.json(output, status, { ETag: etag });
}

interface Asked {
  readonly actor: Actor;
  readonly input: unknown;
  readonly body: string;
  readonly key: string;
}

async function answerOnce(
  c: RestContext,
  surface: Surface,
  route: RestRoute,
  { actor, input, body, key }: Asked,
): Promise<Response> {
  const idempotent: Idempotent<unknown> = {
    ...onceRequest(c, surface, key, digestOf(body, new URL(c.req.url).search)),
    respond: (output) => ({ status: route.status, body: JSON.stringify(output) }),
    ...(route.secret === null
      ? {}
      : {
          withoutSecrets: (output: unknown) =>
            JSON.stringify(output, (name, value: unknown) => (name === route.secret ? null : value)),
        }),
  };
  const once = route.operation.performOnce;
  if (once === null) throw new Error(`${route.operation.name} only reads`);
  return onceAnswer(await once(surface.runtime, actor, input, idempotent));
}

/** Path and query by name, and the body's members; a name in the path wins. A DELETE has no body, as HTTP advises. */
function inputOf(c: RestContext, body: string, route: RestRoute): Record<string, unknown> {
  const { format: _, ...query } = c.req.query();
  const parsed = body === "" ? {} : jsonObject(body);
  return {
    ...(route.method === "get" || route.method === "delete" ? query : {}),
    ...parsed,
    ...c.req.param(),
  };
}

/** A list in another format than was asked for would be taken for it. */
function requireFormat(c: RestContext, route: RestRoute): void {
  const format = route.method === "get" ? (c.req.query("format") ?? "json") : "json";
  if (format === "json" || (route.csv && (format === "csv" || format === "xlsx"))) return;
  throw badField("format", route.csv ? "write json, csv or xlsx" : "this is given as json only");
}

function ifMatch(c: RestContext, route: RestRoute): Record<string, unknown> {
  const header = c.req.header("if-match");
  return route.method === "patch" && header !== undefined ? { ifMatch: header } : {};
}

function tooLarge(): Refused {
  return new Refused(
    "too-large",
    "The body is larger than 5 MB. Send it in parts; inventories go to POST /api/v1/sboms.",
  );
}
