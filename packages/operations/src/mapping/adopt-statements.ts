import { packages, uploads } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { Refused, writing } from "../operation/index.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { activeRules, decideAnew, packageRows, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";

/**
 * Moves packages to the projects that files state, after the upload that brought the statements and in a transaction of its
 * own: whatever moves a known package waits until no upload computes with where it was. Ends the upload. The same again does nothing.
 */
export const adoptStatements = writing({
  name: "mapping.adopt-statements",
  access: "upload.submit",
  input: z.object({ upload: z.string(), packages: z.array(z.number().int()) }),
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
    await recomputeProductsOf(context, runtime, moved);
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
