import { PackageStatement } from "@headwater/contract/products";
import { parseIdentifier } from "@headwater/domain/identifier";
import { may } from "@headwater/domain/organization";
import { type Actor, performOnce, perform, Refused } from "@headwater/operations/operation";
import { submitUpload } from "@headwater/operations/uploads/submit";
import { encodeBeside } from "@headwater/operations/uploads/beside";
import type { Context, Hono } from "hono";
import { z } from "zod";
import { problemOf } from "../security/problem.ts";
import type { Surface, SurfaceVariables } from "../surface.ts";
import { bytesOf } from "./bytes.ts";
import { digestOf, idempotencyKeyOf, onceAnswer, onceRequest } from "./once.ts";

/** The same as the largest unpacked inventory: what is sent unpacked cannot be larger than what may be read. */
export const LARGEST_UPLOAD = 200 * 1024 * 1024;

interface ReceivedFile {
  readonly content: Uint8Array;
  readonly fileName: string | undefined;
  readonly beside: ReadonlyMap<string, string>;
  readonly statements: readonly z.output<typeof PackageStatement>[];
}

const Wait = z.object({ wait: z.stringbool().default(false) });

/** POST /sboms: the file as the body, or multipart with what lay beside it. */
export function serveUploads(app: Hono<SurfaceVariables>, surface: Surface): void {
  app.post("/api/v1/sboms", async (c) => {
    requireUploader(c.var.actor);
    const wait = Wait.safeParse({ wait: c.req.query("wait") || undefined });
    if (!wait.success)
      throw new Refused("bad-field", "wait: write true or false", {
        fields: [{ field: "wait", message: "true or false" }],
      });
    const query = c.req.query();
    const received = await receive(c.req.raw);
    if (received.content.byteLength === 0)
      throw new Refused(
        "bad-request",
        "The body is empty. Send the inventory as the body, or as the part `file` of a form.",
      );
    const fileName = received.fileName ?? query["fileName"] ?? lastPart(query["source"]);
    const given = { ...query, ...received, fileName, later: !wait.data.wait };
    const key = idempotencyKeyOf(c);
    const { actor } = c.var;
    if (key === null) return await submitted(c, surface, actor, given);
    return await submittedOnce(c, surface, actor, given, key);
  });
}

/** Asked before the body is read: nobody sends 200 MB to be told that they may not. */
export function requireUploader({ scopes }: Actor): void {
  if (may(scopes, "upload.submit")) return;
  throw new Refused("not-allowed", "This needs the right upload.submit. Ask an owner for a key that has it.");
}

/** A field of a form: text, or a file. */
export type FormPart = NonNullable<ReturnType<FormData["get"]>>;

interface Given extends ReceivedFile {
  readonly later: boolean;
}

async function submitted(
  c: Context<SurfaceVariables>,
  surface: Surface,
  actor: Actor,
  given: Given & Record<string, unknown>,
): Promise<Response> {
  const upload = await perform(submitUpload, surface.runtime, actor, given);
  if (upload.status === "unchanged") return c.json(upload, 200);
  if (given.later) {
    surface.wake();
    return c.json(upload, 202);
  }
  return await finished(c, surface, actor, upload.id, given);
}

async function finished(
  c: Context<SurfaceVariables>,
  surface: Surface,
  actor: Actor,
  id: string,
  given: Given,
): Promise<Response> {
  const uploadId = parseIdentifier("upl", id);
  if (uploadId === null) throw new Error(`${id} is no upload`);
  const view = await surface.process({
    actor,
    uploadId,
    content: {
      fileName: fileNameOf(given),
      content: given.content,
      besideText: encodeBeside(given),
    },
  });
  const done = view ?? { status: "processing" };
  if ("error" in done && done.error !== null) return refusedUpload(c, surface, done.error, id);
  return c.json(done, 200);
}

/** A file that cannot be read is a refusal of the request that waited for it. */
function refusedUpload(
  c: Context<SurfaceVariables>,
  surface: Surface,
  error: { code: string; message: string; where: string | null },
  id: string,
): Response {
  const refused = new Refused(
    "unreadable-inventory",
    error.where === null ? error.message : `${error.message} (${error.where})`,
  );
  const { document } = problemOf(refused, surface.log);
  return c.json({ ...document, code: error.code, where: error.where, id, status: 422 }, 422, {
    "Content-Type": "application/problem+json",
  });
}

/**
 * With an Idempotency-Key the submission takes effect once. The reading may run again, because it takes effect once by itself;
 * so a replay answers with what has become of the first upload.
 */
async function submittedOnce(
  c: Context<SurfaceVariables>,
  surface: Surface,
  actor: Actor,
  given: Given & Record<string, unknown>,
  key: string,
): Promise<Response> {
  const answer = await performOnce(submitUpload, surface.runtime, actor, given, {
    ...onceRequest(c, surface, key, uploadDigest(c, given)),
    respond: (upload) => ({
      status: upload.status === "unchanged" ? 200 : 202,
      body: JSON.stringify(upload),
    }),
  });
  if (answer.replayed) c.header("Idempotency-Replayed", "true");
  const submittedUpload = z.object({ id: z.string() }).safeParse(JSON.parse(answer.body));
  if (answer.status === 202 && !given.later && submittedUpload.success)
    return await finished(c, surface, actor, submittedUpload.data.id, given);
  if (answer.status === 202) surface.wake();
  return onceAnswer(answer);
}

/** The same request sent again has the same bytes, the same query in whatever order, and the same things beside the file. */
function uploadDigest(c: Context<SurfaceVariables>, given: Given): string {
  const query = Object.entries(c.req.query()).sort(([one], [other]) => (one < other ? -1 : 1));
  return digestOf(given.content, JSON.stringify(query), given.fileName ?? "", encodeBeside(given) ?? "");
}

function fileNameOf(given: Given): string {
  return given.fileName ?? "sbom";
}

function lastPart(source: string | undefined): string | undefined {
  return source?.slice(source.lastIndexOf("/") + 1) || undefined;
}

async function receive(request: Request): Promise<ReceivedFile> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data"))
    return {
      content: await bytesOf(request, LARGEST_UPLOAD, tooLarge),
      fileName: undefined,
      beside: new Map(),
      statements: [],
    };
  const form = await formOf(request);
  const file = form.get("file");
  if (file === null)
    throw new Refused("bad-field", "file: the form has no part of this name", {
      fields: [{ field: "file", message: "missing" }],
    });
  const beside = new Map<string, string>();
  for (const part of form.getAll("beside"))
    if (typeof part !== "string") beside.set(part.name, await part.text());
  return {
    content: await partBytes(file),
    fileName: typeof file === "string" ? undefined : file.name,
    beside,
    statements: await statementsOf(form.get("evidence")),
  };
}

export async function formOf(request: Request): Promise<FormData> {
  const bytes = await bytesOf(request, LARGEST_UPLOAD, tooLarge);
  const copy = new Uint8Array(bytes);
  try {
    return await new Response(copy, {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    }).formData();
  } catch {
    throw new Refused("bad-request", "The body is no readable multipart form.");
  }
}

export async function partBytes(part: FormPart): Promise<Uint8Array> {
  return typeof part === "string" ? new TextEncoder().encode(part) : new Uint8Array(await part.arrayBuffer());
}

async function statementsOf(part: FormPart | null): Promise<z.output<typeof PackageStatement>[]> {
  if (part === null) return [];
  const text = typeof part === "string" ? part : await part.text();
  const refused = new Refused("bad-field", "evidence: not a JSON array of statements", {
    fields: [{ field: "evidence", message: "a JSON array of { purl, repository, funding, source }" }],
  });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw refused;
  }
  const parsed = z.array(PackageStatement).max(200_000).safeParse(given);
  if (!parsed.success) throw refused;
  return parsed.data;
}

export function tooLarge(): Refused {
  return new Refused("too-large", "The inventory is larger than 200 MB. Send it compressed, or in parts.");
}
