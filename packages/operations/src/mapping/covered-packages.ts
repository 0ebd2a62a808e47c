import { packages } from "@headwater/db/tables";
import { matchesPattern, type PackagePattern } from "@headwater/domain/package";
import { and, eq, like } from "drizzle-orm";
import type { Context } from "../operation/index.ts";
import { packageRows, type PackageRow } from "./decided-packages.ts";

/** Packages that a pattern covers. The database narrows by what stands before the first star; the pattern decides. */
export async function coveredPackages(context: Context, pattern: PackagePattern): Promise<PackageRow[]> {
  const star = pattern.canonical.indexOf("*");
  const beginning = star === -1 ? pattern.canonical : pattern.canonical.slice(0, star).replace(/\/$/, "");
  const escaped = beginning.replaceAll(/[%_\\]/g, String.raw`\$&`);
  const rows = await packageRows(
    context,
    and(eq(packages.type, pattern.type), like(packages.purl, `${escaped}%`)),
  );
  return rows.filter((row) => matchesPattern(pattern, row.purl));
}
