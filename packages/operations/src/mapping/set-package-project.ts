import { PackageProjectResult, SetPackageProject } from "@headwater/contract/mapping";
import { packages } from "@headwater/db/tables";
import { packageKey } from "@headwater/domain/package";
import { eq } from "drizzle-orm";
import { badField, type Context, writing } from "../operation/index.ts";
import { recomputeProductsOf } from "../usage/recompute.ts";
import { type PackageRow, packageRows, storeDecided } from "./decided-packages.ts";
import { lockMapping } from "./lock.ts";
import { shownPackage } from "./shown.ts";
import { confirmProjects, targetProject } from "./target-project.ts";

/** A person says which project a package belongs to: no rule and no file says otherwise from now on. */
export const setPackageProject = writing({
  name: "package-project.set",
  access: "mapping.change",
  input: SetPackageProject,
  output: PackageProjectResult,
  async run(context, input, runtime) {
    await lockMapping(context);
    const row = await findPackage(context, input.package);
    const target = await targetProject(context, input.project);
    const moved = await storeDecided(context, [{ row, project: target.slug, basis: "person" }]);
    await confirmProjects(context, [target.slug]);
    // A person's word on a package of the company's own workspace says that it is none, even where the project stays.
    const recomputing = await recomputeProductsOf(
      context,
      runtime,
      row.basis === "person" ? moved : [row.id],
    );
    return { ...(await shownPackage(context, row.id)), recomputing };
  },
  audit: (mapping) => ({
    entity: `package:${mapping.package}`,
    detail: { project: mapping.project, basis: mapping.basis, recomputing: mapping.recomputing },
  }),
});

/** The package of that purl; refuses one that no inventory names. */
export async function findPackage(context: Context, purl: string): Promise<PackageRow> {
  const [row] = await packageRows(context, eq(packages.key, packageKey(purl)), 1);
  if (!row)
    throw badField(
      "package",
      `no inventory names ${JSON.stringify(purl.slice(0, 120))}; give a purl without version, such as pkg:npm/left-pad`,
    );
  return row;
}
