import { packages, uploads } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Context, Refused, writing } from "../operation/index.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { activeRules, decideAnew, packageRows, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";

/** What an upload says that may change what other products stand on. */
export const Adopt = z.object({
  /** Ids of known packages of which its file states another project. */
  packages: z.array(z.number().int()),
  /** Keys of packages that it shows to be the company's own. */
  own: z.array(z.string()),
});
export type Adopt = z.output<typeof Adopt>;

/**
 * Moves packages to the projects that files state, and takes members of workspaces out of what other products stand on; after
 * the upload that says so and in a transaction of its own: whatever changes what is known of a package waits until no upload
 * computes with what was known. Ends the upload. The same again does nothing.
 */
export const adoptStatements = writing({
  name: "mapping.adopt-statements",
  access: "upload.submit",
  input: Adopt.extend({ upload: z.string() }),
  output: z.object({ upload: z.string(), moved: z.number().int() }),
  async run(context, input, runtime) {
    await lockMapping(context);
    const id = parseIdentifier("upl", input.upload);
    if (id === null) throw new Refused("not-found", `${input.upload} is no upload.`);
    const rows = await packageRows(
      context,
      sql`${packages.id} = any(${sql.param(input.packages)}::bigint[])`,
    );
    const moved = await storeDecided(context, await decideAnew(context, rows, await activeRules(context)));
    await recomputeProductsOf(context, runtime, [...moved, ...(await packagesOfKeys(context, input.own))]);
    await context.db
      .update(uploads)
      .set({ status: "done", finishedAt: context.now })
      .where(
        and(
          eq(uploads.organizationId, context.organization.id),
          eq(uploads.id, id),
          eq(uploads.status, "processing"),
        ),
      );
    return { upload: id, moved: moved.length };
  },
  audit: ({ upload, moved }) => (moved === 0 ? null : { entity: `upload:${upload}`, detail: { moved } }),
});

async function packagesOfKeys(context: Context, keys: readonly string[]): Promise<number[]> {
  if (keys.length === 0) return [];
  const rows = await context.db
    .select({ id: packages.id })
    .from(packages)
    .where(
      and(
        eq(packages.organizationId, context.organization.id),
        sql`${packages.key} = any(${sql.param([...keys])}::text[])`,
      ),
    );
  return rows.map(({ id }) => id);
}
