import type { ProblemDocument } from "@headwater/contract/problem";
import type { Product, Products, Upload } from "@headwater/contract/products";
import { identifierFromUuid, identifierToUuid, parseIdentifier } from "@headwater/domain/identifier";
import { may } from "@headwater/domain/organization";
import { perform, performOnce, Refused } from "@headwater/operations/operation";
import { listProducts } from "@headwater/operations/products/list";
import { readOrganization } from "@headwater/operations/organization/read";
import { readUpload } from "@headwater/operations/uploads/read";
import { submitUpload, slugOf } from "@headwater/operations/uploads/submit";
import type { Context, Hono } from "hono";
import { z } from "zod";
import { problemOf, problemResponse } from "../security/problem.ts";
import type { Surface, SurfaceVariables } from "../surface.ts";
import { base64Body } from "./base64-body.ts";
import { bytesOf } from "./bytes.ts";
import { digestOf, idempotencyKeyOf, onceAnswer, onceRequest } from "./once.ts";
import { formOf, LARGEST_UPLOAD, partBytes, requireUploader, tooLarge } from "./uploads.ts";

/** As many products as the list gives at once. */
const LARGEST_PAGE = 1000;

type DependencyTrackContext = Context<SurfaceVariables>;

// Booleans come as JSON booleans and as text (cdxgen sends "true"); whatever else is sent is ignored.
const Flag = z.union([z.boolean(), z.stringbool()]).optional().catch(undefined);
const Fields = z.object({
  project: z.uuid().optional().catch(undefined),
  projectName: z.string().trim().min(1).max(200).optional().catch(undefined),
  projectVersion: z.string().trim().max(200).optional().catch(undefined),
  autoCreate: Flag,
  isLatest: Flag,
  isLatestProjectVersion: Flag,
});
type Fields = z.output<typeof Fields>;

/**
 * The upload of Dependency-Track's interface (its v1 REST API: /bom, /bom/token, /project, /team/self, /api/version), so that
 * tools that speak to it upload here. Findings and gates are not offered. Answers 200, because the Jenkins plugin takes nothing else.
 */
export function serveDependencyTrack(app: Hono<SurfaceVariables>, surface: Surface): void {
  const upload = async (c: DependencyTrackContext): Promise<Response> => {
    requireUploader(c.var.actor);
    const { fields, content } =
      c.req.method === "PUT" ? await fromJson(c.req.raw) : await fromForm(c.req.raw);
    return await accepted(c, surface, fields, content);
  };
  app.on(["PUT", "POST"], "/api/v1/bom", guarded(surface, upload));
  app.on(
    "GET",
    ["/api/v1/bom/token/:token", "/api/v1/event/token/:token"],
    guarded(surface, (c) => processing(c, surface)),
  );
  app.get(
    "/api/v1/team/self",
    guarded(surface, (c) => team(c, surface)),
  );
  app.get(
    "/api/v1/project",
    guarded(surface, (c) => projects(c, surface)),
  );
  app.get(
    "/api/v1/project/lookup",
    guarded(surface, (c) => lookup(c, surface)),
  );
}

/** The plugins ask this before they have a key. */
export function serveVersion(app: Hono<SurfaceVariables>): void {
  app.get("/api/version", (c) =>
    c.json({
      application: "Headwater",
      version: "4.13.0",
      timestamp: "",
      uuid: "",
      framework: { name: "Headwater", version: "1" },
    }),
  );
}

/** Errors with the `errors` list that these clients print. */
function guarded(surface: Surface, handler: (c: DependencyTrackContext) => Promise<Response>) {
  return async (c: DependencyTrackContext): Promise<Response> => {
    try {
      return await handler(c);
    } catch (error) {
      const { document, headers } = problemOf(error, surface.log);
      return problemResponse(withErrors(document), headers);
    }
  };
}

function withErrors(document: ProblemDocument): ProblemDocument {
  return { ...document, errors: document.errors ?? [{ field: "", message: document.detail }] };
}

async function accepted(
  c: DependencyTrackContext,
  surface: Surface,
  fields: Fields,
  content: Uint8Array,
): Promise<Response> {
  const { actor } = c.var;
  if (content.byteLength === 0)
    throw new Refused("bad-field", "bom: the inventory is empty", {
      fields: [{ field: "bom", message: "empty" }],
    });
  const given = {
    product: productOf(fields),
    source: "dependency-track",
    create: fields.autoCreate ?? false,
    effective: (fields.isLatest ?? fields.isLatestProjectVersion) !== false,
    fileName: "bom.json",
    content,
    ...(fields.projectVersion ? { label: fields.projectVersion } : {}),
  };
  const key = idempotencyKeyOf(c);
  if (key === null) {
    const upload = await perform(submitUpload, surface.runtime, actor, given).catch(inTheirWords);
    surface.wake();
    return c.json(asToken(upload));
  }
  // Fields and bytes, not the body: a form that is sent again has another boundary.
  const { content: _, ...named } = given;
  const answer = await performOnce(submitUpload, surface.runtime, actor, given, {
    ...onceRequest(c, surface, key, digestOf(content, JSON.stringify(named)), withErrors),
    respond: (upload) => ({ status: 200, body: JSON.stringify(asToken(upload)) }),
  });
  surface.wake();
  return onceAnswer(answer);
}

function asToken(upload: Upload): { readonly token: string; readonly projectUuid: string } {
  return { token: uuidOf("upl", upload.id), projectUuid: uuidOf("prd", upload.productId) };
}

/** The fields have other names in this interface. */
function inTheirWords(error: unknown): never {
  if (error instanceof Refused && error.code === "unknown-product")
    throw new Refused(error.code, "There is no such product. Add it first, or send autoCreate=true.", {
      fields: [{ field: "projectName", message: "unknown; send autoCreate=true to add it" }],
    });
  throw error;
}

/** Our product's UUID, or its name. */
function productOf(fields: Fields): string {
  const product = fields.project ?? fields.projectName;
  if (product !== undefined) return product;
  throw new Refused("bad-field", "projectName: say which product the inventory belongs to", {
    fields: [{ field: "projectName", message: "missing" }],
  });
}

async function fromJson(request: Request): Promise<{ fields: Fields; content: Uint8Array }> {
  const bytes = await bytesOf(request, Math.ceil((LARGEST_UPLOAD * 4) / 3) + 4096, tooLarge);
  const lifted = await base64Body(bytes, "bom");
  if (lifted !== null) return { fields: Fields.parse(lifted.rest), content: lifted.content };
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refused("bad-request", "The body is not JSON.");
  }
  const encoded = typeof body === "object" && body !== null && "bom" in body ? body.bom : undefined;
  if (typeof encoded !== "string")
    throw new Refused("bad-field", "bom: send the inventory as base64 text", {
      fields: [{ field: "bom", message: "missing" }],
    });
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(encoded.slice(0, 1000)))
    throw new Refused("bad-field", "bom: this is not base64", {
      fields: [{ field: "bom", message: "not base64" }],
    });
  return { fields: Fields.parse(body), content: new Uint8Array(Buffer.from(encoded, "base64")) };
}

async function fromForm(request: Request): Promise<{ fields: Fields; content: Uint8Array }> {
  const form = await formOf(request);
  const part = form.get("bom");
  if (part === null)
    throw new Refused("bad-field", "bom: the form has no part of this name", {
      fields: [{ field: "bom", message: "missing" }],
    });
  const given = Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
  return { fields: Fields.parse(given), content: await partBytes(part) };
}

async function processing(c: DependencyTrackContext, surface: Surface): Promise<Response> {
  const token = c.req.param("token") ?? "";
  if (!z.uuid().safeParse(token).success)
    throw new Refused("not-found", "There is no upload with this token.");
  const upload = await perform(readUpload, surface.runtime, c.var.actor, {
    id: identifierFromUuid("upl", token),
  });
  return c.json({ processing: upload.status === "queued" || upload.status === "processing" });
}

/** What the key may do, in the words of this interface, so that a plugin's set-up says what it lacks. */
async function team(c: DependencyTrackContext, surface: Surface): Promise<Response> {
  const { actor } = c.var;
  requireUploader(actor);
  const name = may(actor.scopes, "organization.read")
    ? (await perform(readOrganization, surface.runtime, actor, {})).name
    : "Headwater";
  const permissions = ["BOM_UPLOAD", "PROJECT_CREATION_UPLOAD"];
  if (may(actor.scopes, "product.read")) permissions.push("VIEW_PORTFOLIO");
  return c.json({
    uuid: identifierToUuid(actor.organizationId),
    name,
    permissions: permissions.map((permission) => ({ name: permission })),
  });
}

/** Clients ask for page after page until one is empty, so each page holds its own part and the one behind the last holds nothing. */
async function projects(c: DependencyTrackContext, surface: Surface): Promise<Response> {
  const { name: wanted, excludeInactive, page, pageNumber, limit, pageSize } = c.req.query();
  const shown = (await everyProduct(c, surface)).filter(
    (product) =>
      (wanted === undefined || isCalled(product, wanted)) &&
      (excludeInactive !== "true" || product.retiredOn === null),
  );
  const size = Math.min(LARGEST_PAGE, positive(limit ?? pageSize) ?? LARGEST_PAGE);
  const before = ((positive(page ?? pageNumber) ?? 1) - 1) * size;
  c.header("X-Total-Count", String(shown.length));
  return c.json(shown.slice(before, before + size).map(asProject));
}

async function lookup(c: DependencyTrackContext, surface: Surface): Promise<Response> {
  const name = c.req.query("name") ?? "";
  const found = (await everyProduct(c, surface)).find((product) => isCalled(product, name));
  if (!found) throw new Refused("unknown-product", `There is no product ${JSON.stringify(name)} here.`);
  return c.json(asProject(found));
}

async function everyProduct(c: DependencyTrackContext, { runtime }: Surface): Promise<readonly Product[]> {
  const all: Product[] = [];
  let cursor: string | null = null;
  do {
    const page: z.output<typeof Products> = await perform(listProducts, runtime, c.var.actor, {
      limit: LARGEST_PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

function isCalled(product: Product, name: string): boolean {
  return product.name === name || product.slug === slugOf(name);
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function asProject(product: Product) {
  return {
    uuid: product.uuid,
    name: product.name,
    version: null,
    active: product.retiredOn === null,
    isLatest: true,
    properties: [],
    tags: [],
  };
}

function uuidOf(prefix: "prd" | "upl", text: string): string {
  const id = parseIdentifier(prefix, text);
  if (id === null) throw new Error(`${text} is no id of kind ${prefix}`);
  return identifierToUuid(id);
}
