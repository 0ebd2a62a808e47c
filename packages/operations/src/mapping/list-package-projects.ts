import { ListPackageProjects, PackageProjects } from "@headwater/contract/mapping";
import { packageEvidence, packages } from "@headwater/db/tables";
import { and, eq, sql } from "drizzle-orm";
import { keyedPage, numberKey, textKey } from "../listing/by-key.ts";
import { reading } from "../operation/index.ts";
import { resolveProject } from "../projects/resolve.ts";
import { packageRows } from "./decided-packages.ts";
import { shownPackages } from "./shown.ts";

/** Which package belongs to which project and who says so, in the order of the purls. */
export const listPackageProjects = reading({
  name: "package-project.list",
  access: "mapping.read",
  input: ListPackageProjects,
  output: PackageProjects,
  async run(context, input) {
    const project =
      input.project === undefined ? null : await resolveProject(context, input.project, "project");
    const asked = and(
      project === null ? undefined : eq(packages.projectId, project.id),
      input.basis === undefined ? undefined : eq(packages.basis, input.basis),
      input.disputed === true ? isDisputed : undefined,
    );
    const page = await keyedPage(context, {
      input,
      table: packages,
      key: packages.purl,
      parseId: numberKey,
      parseKey: textKey,
      read: (condition, limit) => packageRows(context, and(asked, condition), limit),
      keyOf: (row) => row.purl,
    });
    return { ...page, items: await shownPackages(context, page.items) };
  },
});

/** Files name more than one project. */
const isDisputed = sql`(
  select count(distinct ${packageEvidence.project}) from ${packageEvidence}
  where ${packageEvidence.organizationId} = ${packages.organizationId} and ${packageEvidence.packageId} = ${packages.id}
) > 1`;
