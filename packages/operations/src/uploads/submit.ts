import { PackageStatement, SubmitUpload, Upload } from "@headwater/contract/products";
import { documents, products, snapshots, sources, uploads } from "@headwater/db/tables";
import { identifierFromUuid, type Identifier } from "@headwater/domain/identifier";
import { and, desc, eq, lte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { badField, type Context, Refused, type Runtime, writing } from "../operation/index.ts";
import { encodeBeside } from "./beside.ts";
import { shownUpload, uploadView } from "./view.ts";

/** An upload with its bytes and what lay beside the file. `later` leaves the reading to a job. */
export const SubmitContent = SubmitUpload.extend({
  content: z.instanceof(Uint8Array),
  beside: z.map(z.string(), z.string()).default(new Map()),
  statements: z.array(PackageStatement).max(200_000).default([]),
  later: z.boolean().default(true),
});
type SubmitContent = z.output<typeof SubmitContent>;

/** Keeps the bytes and says what will become of them. The bytes of the snapshot in force again change nothing but `lastSeenAt`. */
export const submitUpload = writing({
  name: "upload.submit",
  access: "upload.submit",
  input: SubmitContent,
  output: Upload,
  async run(context, input, runtime) {
    const takenAt = takenAtOf(context, input);
    const product = await productFor(context, input);
    const path = input.source ?? input.fileName ?? "sbom";
    const beside = encodeBeside(input);
    const digest = runtime.sha256(input.content, ...(beside === null ? [] : [beside]));
    const id = context.newId("upl");
    const unchanged = await seenAgain(context, product.id, path, digest, takenAt, input);
    const row = {
      organizationId: context.organization.id,
      id,
      status: unchanged === null ? "queued" : "unchanged",
      productId: product.id,
      productSlug: product.slug,
      sourcePath: path,
      ref: input.ref ?? null,
      label: input.label ?? null,
      effective: input.effective,
      takenAt,
      fileName: input.fileName ?? path,
      digest,
      snapshotId: unchanged,
      finishedAt: unchanged === null ? null : context.now,
    } as const;
    await Promise.all([
      context.db.insert(uploads).values(row),
      unchanged === null ? keepDocument(context, runtime, digest, input.content, beside) : null,
    ]);
    if (unchanged === null && input.later)
      await runtime.enqueue(context.db, {
        name: "process-upload",
        organizationId: context.organization.id,
        uploadId: id,
      });
    if (unchanged === null) return shownUpload(row, product.slug, null);
    // When a source was seen last is part of how far its figures can be trusted.
    context.afterCommit(() => runtime.changed(context.organization.id));
    const view = await uploadView(context, id);
    if (view === null) throw new Error(`${id} was written and cannot be read`);
    return view;
  },
  audit: (upload) => ({ entity: `upload:${upload.id}`, detail: { status: upload.status } }),
  // What waits is in no figure yet.
  leavesFigures: true,
});

function takenAtOf(context: Context, input: SubmitContent): Date {
  const takenAt = input.takenAt ?? context.now;
  const tomorrow = context.now.getTime() + 86_400_000;
  if (takenAt.getTime() > tomorrow)
    throw badField(
      "takenAt",
      "this instant is in the future; give the time at which the inventory was taken",
    );
  if (takenAt.getUTCFullYear() < 1990) throw badField("takenAt", "no inventory was taken before 1990");
  return takenAt;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

async function productFor(context: Context, input: SubmitContent) {
  if (input.product === undefined) throw badField("product", "say which product the file belongs to");
  const slug = slugOf(input.product);
  if (slug === "")
    throw badField(
      "product",
      `${JSON.stringify(input.product)} has no letter or digit to make an address of`,
    );
  const organizationId = context.organization.id;
  // Clients of Dependency-Track name a product by its UUID.
  const named = UUID.test(input.product)
    ? eq(products.id, identifierFromUuid("prd", input.product))
    : eq(products.slug, slug);
  const [known] = await heldProduct(context, named);
  if (known) return known;
  if (!input.create)
    throw new Refused(
      "unknown-product",
      `There is no product ${JSON.stringify(slug)}. Add it first, or send create=true.`,
      { fields: [{ field: "product", message: "unknown; send create=true to add it" }] },
    );
  const id = context.newId("prd");
  // Two first uploads of one product may come at once: the one that loses uses the winner's row.
  await context.db
    .insert(products)
    .values({ organizationId, id, slug, name: input.product, tier: 3, reviewedAt: null })
    .onConflictDoNothing();
  const [made] = await heldProduct(context, eq(products.slug, slug));
  if (!made) throw new Error(`the product ${slug} was written and cannot be read`);
  return made;
}

/** Held until the transaction ends, so that the refusal of another upload does not remove it meanwhile. */
async function heldProduct(context: Context, named: SQL) {
  return await context.db
    .select({ id: products.id, slug: products.slug })
    .from(products)
    .where(and(eq(products.organizationId, context.organization.id), named))
    .for("key share");
}

/** Lower case, runs of other characters become one dash: what a build calls a product becomes its address. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9._]+/g, "-")
    .replaceAll(/^[-._]+|[-._]+$/g, "")
    .slice(0, 120);
}

/** The snapshot in force at that time, if it was made of the same bytes: only the source's lastSeenAt moves. */
async function seenAgain(
  context: Context,
  productId: Identifier<"prd">,
  path: string,
  digest: string,
  takenAt: Date,
  input: SubmitContent,
): Promise<Identifier<"snp"> | null> {
  if (!input.effective) return null;
  const organizationId = context.organization.id;
  const current = context.db
    .select({ id: snapshots.id, digest: snapshots.digest })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.organizationId, organizationId),
        eq(snapshots.sourceId, sources.id),
        eq(snapshots.effective, true),
        lte(snapshots.takenAt, takenAt),
      ),
    )
    .orderBy(desc(snapshots.takenAt), desc(snapshots.id))
    .limit(1)
    .as("current");
  const [source] = await context.db
    .select({
      id: sources.id,
      trackedRef: sources.trackedRef,
      snapshotId: current.id,
      digest: current.digest,
    })
    .from(sources)
    .leftJoinLateral(current, sql`true`)
    .where(
      and(
        eq(sources.organizationId, organizationId),
        eq(sources.productId, productId),
        eq(sources.path, path),
      ),
    );
  const otherRef =
    source && input.ref !== undefined && source.trackedRef !== null && source.trackedRef !== input.ref;
  if (!source || otherRef || source.snapshotId === null || source.digest !== digest) return null;
  await context.db
    .update(sources)
    .set({ lastSeenAt: sql`greatest(${sources.lastSeenAt}, ${takenAt.toISOString()}::timestamptz)` })
    .where(and(eq(sources.organizationId, organizationId), eq(sources.id, source.id)));
  return source.snapshotId;
}

async function keepDocument(
  context: Context,
  runtime: Runtime,
  digest: string,
  content: Uint8Array,
  beside: string | null,
): Promise<void> {
  await context.db
    .insert(documents)
    .values({
      organizationId: context.organization.id,
      digest,
      byteLength: content.byteLength,
      content: await runtime.compress(content),
      beside: beside === null ? null : await runtime.compress(new TextEncoder().encode(beside)),
    })
    .onConflictDoNothing();
}
