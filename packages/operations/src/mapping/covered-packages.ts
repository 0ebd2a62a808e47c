import { packages } from "@headwater/db/tables";
import { covers, keyBeginning, packagePath, type PackagePattern } from "@headwater/domain/package";
import { ruleBook } from "@headwater/domain/mapping";
import { and, eq, like, sql } from "drizzle-orm";
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

/** Packages that one of many patterns covers, by one question however many patterns there are. */
export async function packagesUnder(
  context: Context,
  patterns: readonly PackagePattern[],
): Promise<PackageRow[]> {
  const types = [...new Set(patterns.map(({ type }) => type))];
  const rows = await packageRows(context, sql`${packages.type} = any(${sql.param(types)}::text[])`);
  const book = ruleBook(patterns.map(({ canonical }) => ({ pattern: canonical, project: "" })));
  return rows.filter(({ purl }) => book.ruleFor(purl) !== null);
}
