import { routes } from "../rest/routes.ts";
import type { RestRoute } from "../rest/route.ts";
import { appRouter } from "../router.ts";
import type { Question } from "./ask.ts";
import type { Example, Given } from "./examples.ts";

/** One way to ask an operation. */
export interface Call {
  /** `GET /products/{slug}` or `trpc products.read`. */
  readonly name: string;
  readonly operation: string;
  readonly access: string;
  /** Where it is asked otherwise than the operation elsewhere. */
  readonly example?: Example;
  readonly question: (given: Given) => Question;
}

/** Every route and every procedure, from the tables that are served. */
export function everyCall(): readonly Call[] {
  return [...routes.map(ofRoute), ...procedures()];
}

function ofRoute(route: RestRoute): Call {
  const { name: operation, access } = route.operation;
  return {
    name: `${route.method.toUpperCase()} ${route.path}`,
    operation,
    access,
    question: (given) => questionOf(route, given),
  };
}

export function questionOf(route: Pick<RestRoute, "method" | "path">, given: Given): Question {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const path = `/api/v1${route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name])))}`;
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !inPath.includes(name)));
  const method = route.method.toUpperCase();
  if (route.method !== "get" && route.method !== "delete") return { method, path, body: rest };
  const query = new URLSearchParams(
    Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return { method, path: query.size === 0 ? path : `${path}?${query.toString()}` };
}

function procedures(): readonly Call[] {
  return proceduresIn(appRouter._def.procedures).map(([path, definition]) => {
    const { meta: facts, type } = definition;
    if (!isFacts(facts))
      throw new Error(
        `the procedure ${path} does not say which operation it is: make it with query() or mutation()`,
      );
    const isQuery = type === "query";
    return {
      name: `trpc ${path}`,
      ...facts,
      question: (given) =>
        isQuery
          ? { path: `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(given))}` }
          : { method: "POST", path: `/api/trpc/${path}`, body: given },
    };
  });
}

/** tRPC types the flat record of procedures as the nested one that it was made from. */
function proceduresIn(record: object): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  return Object.entries(record).map(([path, procedure]: [string, unknown]) => {
    if (
      typeof procedure !== "function" ||
      !("_def" in procedure) ||
      typeof procedure._def !== "object" ||
      procedure._def === null
    )
      throw new Error(`${path} is no procedure`);
    return [path, { ...procedure._def }];
  });
}

function isFacts(value: unknown): value is { operation: string; access: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "operation" in value &&
    "access" in value &&
    typeof value.operation === "string" &&
    typeof value.access === "string"
  );
}
