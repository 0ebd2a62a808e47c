import { Upload, type PackageStatement } from "@headwater/contract/products";
import { documents, uploads } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { ownPackages, statementsOf } from "@headwater/domain/mapping";
import { sourceGraphOf, type Inventory, type ParseResult, type Refusal } from "@headwater/domain/usage";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { Adopt } from "../mapping/adopt-statements.ts";
import { holdMapping } from "../mapping/lock.ts";
import { type Context, writing } from "../operation/index.ts";
import { accept } from "./accept.ts";
import { ensurePackages, readPackages, type ReadPackages } from "./packages.ts";
import { placeOf, uploadRow, type UploadRow } from "./row.ts";
import { removeUnusedProduct } from "./unused-product.ts";
import { uploadView } from "./view.ts";

const ApplyUpload = z.object({
  id: z.string(),
  parsed: z.custom<ParseResult>((value) => typeof value === "object" && value !== null && "kind" in value),
  statements: z.custom<readonly z.output<typeof PackageStatement>[]>((value) => Array.isArray(value)),
});

type ApplyUpload = z.output<typeof ApplyUpload>;

/** Makes a snapshot of what was read and brings it into force; takes effect once, however often it is run. */
export const applyUpload = writing({
  name: "upload.apply",
  access: "upload.submit",
  input: ApplyUpload,
  /** `adopt`: what the file says that may change what other products stand on; mapping.adopt-statements is to be performed of it. */
  output: Upload.extend({ applied: z.boolean(), adopt: Adopt.nullable() }),
  async run(context, input, runtime) {
    await holdMapping(context);
    const id = parseIdentifier("upl", input.id);
    if (id === null) throw new Error(`${input.id} is no upload`);
    const { parsed } = input;
    const graph = parsed.kind === "inventory" ? sourceGraphOf(parsed.inventory) : null;
    const [row, known] = await Promise.all([
      uploadRow(context, id),
      readPackages(context, graph?.packages ?? []),
    ]);
    const applied = row.status === "queued" || row.status === "processing";
    if (applied && row.snapshotId === null && parsed.kind === "inventory" && graph !== null) {
      const file = { inventory: parsed.inventory, beside: input.statements, graph, known };
      return { ...(await accept(context, runtime, row, file)), applied };
    }
    const adopt = applied ? await settle(context, row, input, known) : null;
    const view = await uploadView(context, id);
    if (view === null) throw new Error(`${id} was read and is gone`);
    if (view.status === "refused") await removeUnusedProduct(context, row.productId);
    return { ...view, applied, adopt };
  },
  digested: ({ id }) => ({ id }),
  audit: (upload) =>
    upload.applied
      ? {
          entity: `upload:${upload.id}`,
          detail: {
            status: upload.status,
            snapshot: upload.snapshot?.id ?? null,
            refusal: upload.error?.code ?? null,
          },
        }
      : null,
});

/** Ends what is refused, or goes on with what is in force already. Answers what is to be adopted; null where that is nothing. */
async function settle(
  context: Context,
  row: UploadRow,
  { parsed, statements }: ApplyUpload,
  known: ReadPackages,
): Promise<Adopt | null> {
  if (parsed.kind === "refused" && row.snapshotId === null) {
    await refuse(context, row, parsed.refusal);
    return null;
  }
  // What is in force already was left before its statements were adopted: only that is still to be done.
  if (parsed.kind === "inventory") return await resume(context, row, parsed.inventory, statements, known);
  await context.db
    .update(uploads)
    .set({ status: "done", finishedAt: context.now })
    .where(and(eq(uploads.organizationId, context.organization.id), eq(uploads.id, row.id)));
  return null;
}

async function resume(
  context: Context,
  row: UploadRow,
  inventory: Inventory,
  beside: ApplyUpload["statements"],
  known: ReadPackages,
): Promise<Adopt> {
  const statements = statementsOf(inventory, placeOf(row), beside);
  const { byPurl } = await ensurePackages(context, statements, known);
  const stated = [...statements].flatMap(([purl, { repositories }]) => {
    const found = repositories.length > 0 ? byPurl.get(purl) : undefined;
    return found === undefined ? [] : [found.id];
  });
  return { packages: [...new Set(stated)], own: [...ownPackages(inventory)] };
}

/** Nothing of a refused file is kept, unless the same bytes stand elsewhere. */
async function refuse(context: Context, row: UploadRow, refusal: Refusal): Promise<void> {
  const organizationId = context.organization.id;
  await context.db
    .update(uploads)
    .set({ status: "refused", refusal, finishedAt: context.now })
    .where(and(eq(uploads.organizationId, organizationId), eq(uploads.id, row.id)));
  await context.db
    .delete(documents)
    .where(
      and(
        eq(documents.organizationId, organizationId),
        eq(documents.digest, row.digest),
        sql`not exists (select 1 from snapshots s where s.organization_id = ${documents.organizationId} and s.digest = ${documents.digest})`,
        sql`not exists (select 1 from uploads u where u.organization_id = ${documents.organizationId} and u.digest = ${documents.digest} and u.status in ('queued', 'processing'))`,
      ),
    );
}
