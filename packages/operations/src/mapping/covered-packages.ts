import { packages } from "@headwater/db/tables";
import { covers, keyBeginning, packagePath, type PackagePattern } from "@headwater/domain/package";
import { and, eq, like } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { packageRows, type PackageRow } from "./decided-packages.ts";

/** Packages that a pattern covers. The database narrows by what stands before the first star; the pattern decides. */
export async function coveredPackages(context: Context, pattern: PackagePattern): Promise<PackageRow[]> {
  const beginning = keyBeginning(pattern).replaceAll(/[%_\\]/g, String.raw`\$&`);
  const rows = await packageRows(
    context,
    and(eq(packages.type, pattern.type), like(packages.key, `${beginning}%`)),
  );
  return rows.filter(({ purl }) => {
    const path = packagePath(purl);
    return path !== null && covers(pattern, path);
  });
}
