import { PackageProjectResult, ReleasePackage } from "@headwater/contract/mapping";
import { packages, projects } from "@headwater/db/tables";
import { and, eq, notExists, sql } from "drizzle-orm";
import { badField, type Context, writing } from "../operation/index.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { activeRules, decideAnew, type PackageRow, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";
import { findPackage } from "./set-package-project.ts";
import { shownPackage } from "./shown.ts";

/** Takes a person's word on a package back: rules and files say again where it belongs, and what is the company's own. */
export const releasePackage = writing({
  name: "package-project.release",
  access: "mapping.change",
  input: ReleasePackage,
  output: PackageProjectResult,
  async run(context, input, runtime) {
    await lockMapping(context);
    const row = await findPackage(context, input.package);
    if (row.basis !== "person")
      throw badField("package", `no person has said where ${row.purl} belongs`, "conflict");
    const decided = await decideAnew(context, [{ ...row, basis: "provisional" }], await activeRules(context));
    // Decided as if nobody had spoken, and stored against what is there.
    await storeDecided(
      context,
      decided.map((one) => ({ ...one, row })),
    );
    await unconfirm(context, row);
    const recomputing = await recomputeProductsOf(context, runtime, [row.id]);
    return { ...(await shownPackage(context, row.id)), recomputing };
  },
  audit: (mapping) => ({
    entity: `package:${mapping.package}`,
    detail: { project: mapping.project, basis: mapping.basis, recomputing: mapping.recomputing },
  }),
});

/** The package's own project is provisional again, unless somebody else still says that it is one. */
async function unconfirm(context: Context, row: PackageRow): Promise<void> {
  const spokenFor = context.db
    .select({ one: sql`1` })
    .from(packages)
    .where(
      and(
        eq(packages.organizationId, projects.organizationId),
        eq(packages.projectId, projects.id),
        sql`${packages.basis} <> 'provisional'`,
      ),
    );
  await context.db
    .update(projects)
    .set({ provisional: true })
    .where(
      and(
        eq(projects.organizationId, context.organization.id),
        eq(projects.slug, row.purl),
        notExists(spokenFor),
      ),
    );
}
