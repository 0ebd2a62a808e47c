import type { Upload } from "@headwater/contract/products";
import { documents, uploads } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { and, eq, inArray } from "drizzle-orm";
import { adoptStatements } from "../mapping/adopt-statements.ts";
import { type Actor, perform, type Runtime } from "../operation/index.ts";
import { applyUpload } from "./apply.ts";
import { decodeBeside } from "./beside.ts";

/** What the request that uploads has in hand, so that it is not read back. */
export interface UploadContent {
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly besideText: string | null;
}

/**
 * Reads an uploaded inventory away from the event loop and brings it into force.
 * Runs in the request that waits or in a job, and takes effect once whichever comes first.
 */
export async function processUpload(
  runtime: Runtime,
  actor: Actor,
  id: Identifier<"upl">,
  inHand: UploadContent | null = null,
): Promise<Upload | null> {
  const stored = inHand ?? (await claim(runtime, actor, id));
  if (stored === null) return null;
  const { beside, statements } = decodeBeside(stored.besideText);
  const parsed = await runtime.parse({ path: stored.fileName, bytes: stored.content, beside });
  const {
    applied: _,
    adopt,
    ...upload
  } = await perform(applyUpload, runtime, actor, { id, parsed, statements });
  if (adopt === null) return upload;
  await perform(adoptStatements, runtime, actor, { upload: id, ...adopt });
  return { ...upload, status: "done" };
}

/** The bytes of an upload that still waits; null where it has been dealt with. */
async function claim(runtime: Runtime, actor: Actor, id: Identifier<"upl">): Promise<UploadContent | null> {
  const { organizationId } = actor;
  const row = await runtime.database.transaction({ organizationId }, async (db) => {
    const [waiting] = await db
      .update(uploads)
      .set({ status: "processing" })
      .where(
        and(
          eq(uploads.organizationId, organizationId),
          eq(uploads.id, id),
          inArray(uploads.status, ["queued", "processing"]),
        ),
      )
      .returning({ fileName: uploads.fileName, digest: uploads.digest });
    if (!waiting) return null;
    const [document] = await db
      .select()
      .from(documents)
      .where(and(eq(documents.organizationId, organizationId), eq(documents.digest, waiting.digest)));
    return document ? { ...waiting, document } : null;
  });
  if (row === null) return null;
  const { content, beside } = row.document;
  return {
    fileName: row.fileName,
    content: await runtime.decompress(content),
    besideText: beside === null ? null : new TextDecoder().decode(await runtime.decompress(beside)),
  };
}
