import { ProblemDocument } from "@headwater/contract/problem";
import { SubmitUpload, Upload } from "@headwater/contract/products";
import { z } from "zod";
import type { RestRoute } from "./route.ts";

type Json = Record<string, unknown>;

/** OpenAPI 3.1 from the same table that is served and the same schemas that are enforced. */
export function openApi(routes: readonly RestRoute[], url: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: describe(route) };
  paths["/sboms"] = { ...paths["/sboms"], post: upload };
  return {
    openapi: "3.1.0",
    info: {
      title: "Headwater",
      version: "1",
      description:
        "What a company takes from open source, what it gives back, and whether the two match. Amounts are decimal strings; an unknown value is null beside `<name>Unknown` with the reason.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: `${url}/api/v1` }],
    security: [{ bearer: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemDocument, "output") },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        apiKey: { type: "apiKey", in: "header", name: "X-Api-Key" },
      },
    },
  };
}

function describe(route: RestRoute): Json {
  const inputs = objectSchema(route.operation.input);
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const inQuery = route.method === "get" || route.method === "delete";
  const rest = Object.fromEntries(
    Object.entries(inputs.properties).filter(([name]) => !names.includes(name) && name !== "ifMatch"),
  );
  return {
    operationId: route.operation.name,
    tags: [route.tag],
    summary: route.summary,
    description: `Needs the right \`${route.operation.access}\`.`,
    parameters: [
      ...names.map((name) => ({
        name,
        in: "path",
        required: true,
        schema: inputs.properties[name] ?? { type: "string" },
      })),
      ...(inQuery
        ? Object.entries(rest).map(([name, schema]) => ({
            name,
            in: "query",
            required: inputs.required.includes(name),
            schema,
          }))
        : []),
      ...(route.operation.effect === "write"
        ? [
            {
              name: "Idempotency-Key",
              in: "header",
              required: false,
              schema: { type: "string", maxLength: 200 },
            },
          ]
        : []),
    ],
    ...(inQuery
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: rest,
                  required: inputs.required.filter((name) => name in rest),
                },
              },
            },
          },
        }),
    responses: {
      [route.status]: {
        description: "Done",
        content: { "application/json": { schema: schemaOf(route.operation.output, "output") } },
      },
      default: refused,
    },
  };
}

const refused = {
  description: "Refused",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

const upload: Json = {
  operationId: "upload.submit",
  tags: ["Usage"],
  summary: "Upload an SBOM or a lockfile, whatever its format, plain or gzip",
  description:
    "The file is the body, or the part `file` of a form with parts `beside` (files that lay beside it) and `evidence`. With `wait=true` the answer says what was read. Needs the right `upload.submit`.",
  parameters: [
    ...Object.entries(objectSchema(SubmitUpload).properties).map(([name, schema]) => ({
      name,
      in: "query",
      required: name === "product",
      schema,
    })),
    { name: "wait", in: "query", schema: { type: "boolean", default: false } },
    { name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 200 } },
  ],
  requestBody: {
    required: true,
    content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
  },
  responses: {
    200: {
      description: "Read, or unchanged",
      content: { "application/json": { schema: schemaOf(Upload, "output") } },
    },
    202: {
      description: "Kept; ask statusUrl",
      content: { "application/json": { schema: schemaOf(Upload, "output") } },
    },
    default: refused,
  },
};

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
  });
  return json;
}

function objectSchema(schema: z.ZodType): { properties: Json; required: readonly string[] } {
  const json = schemaOf(schema, "input");
  const properties =
    typeof json["properties"] === "object" && json["properties"] !== null ? { ...json["properties"] } : {};
  const required = Array.isArray(json["required"])
    ? json["required"].filter((name): name is string => typeof name === "string")
    : [];
  return { properties, required };
}
