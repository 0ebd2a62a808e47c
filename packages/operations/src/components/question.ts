import { packages } from "@headwater/db/tables";
import { packageKey, parsePurl, versionless } from "@headwater/domain/package";
import { and, eq, like, or } from "drizzle-orm";
import { badField, type Context } from "../operation/index.ts";
import { type VersionTest, versionRange } from "./version-range.ts";

export interface AskedPackage {
  readonly id: number;
  readonly key: string;
  readonly purl: string;
  /** Null: every version. */
  readonly holds: VersionTest | null;
}

/** One question names few packages; a name that more bear is too wide to answer. */
const mostPackages = 500;

/** The packages that a purl or a name means, and which versions of them are asked for. */
export async function askedPackages(
  context: Context,
  q: string,
  version: string | undefined,
): Promise<AskedPackage[]> {
  const isPurl = /^pkg:/i.test(q);
  const purl = isPurl ? parsePurl(q) : null;
  if (purl !== null && "error" in purl) throw badField("q", purl.error.message);
  const stated = purl === null ? null : purl.version;
  const range = version ?? stated ?? null;
  const found = isPurl
    ? await packagesOf(context, eq(packages.key, packageKey(versionless(q))))
    : await packagesNamed(context, q);
  const types = found.length === 0 ? ["npm", "generic"] : [...new Set(found.map((row) => row.type))];
  const tests = new Map(types.map((type) => [type, range === null ? null : versionRange(type, range)]));
  // A version that the purl itself states is one version, whatever it looks like; a range must be understood.
  const misread = types.filter((type) => tests.get(type) === null);
  if (version !== undefined && misread.length === types.length) throw notARange(version);
  if (version !== undefined && found.length > 0 && misread.length > 0)
    throw notARange(version, misread.join(", "));
  return found.map((row) => ({
    ...row,
    holds:
      version === undefined && stated !== null ? (other) => other === stated : (tests.get(row.type) ?? null),
  }));
}

function notARange(version: string, types?: string) {
  const where = types === undefined ? "" : ` for ${types}`;
  return badField(
    "version",
    `${JSON.stringify(version)} is no range of versions${where}; write one version, or comparisons such as >=5.6.0 <5.6.2`,
  );
}

async function packagesNamed(context: Context, name: string) {
  const exact = await packagesOf(context, eq(packages.name, name));
  if (exact.length > 0) return exact;
  const escaped = name.replaceAll(/[%_\\]/g, String.raw`\$&`);
  return await packagesOf(
    context,
    or(like(packages.name, `%/${escaped}`), like(packages.name, `%:${escaped}`)),
  );
}

async function packagesOf(context: Context, condition: ReturnType<typeof or>) {
  const rows = await context.db
    .select({ id: packages.id, key: packages.key, purl: packages.purl, type: packages.type })
    .from(packages)
    .where(and(eq(packages.organizationId, context.organization.id), condition))
    .orderBy(packages.purl)
    .limit(mostPackages + 1);
  if (rows.length > mostPackages)
    throw badField("q", `more than ${mostPackages} packages bear this name; give a purl`);
  return rows;
}
