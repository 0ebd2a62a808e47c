import { packages } from "@headwater/db/tables";
import { firstPartyTest, mappingProposals } from "@headwater/domain/mapping";
import { eq } from "drizzle-orm";
import { packageRows } from "../mapping/decided-packages.ts";
import { ownKeys } from "../mapping/own-packages.ts";
import type { Context } from "../operation/index.ts";
import { computedRatios } from "../ratios/compute.ts";
import type { Found } from "./list.ts";

/** What rules of the ecosystems suggest, and nobody has accepted or refused. */
export async function openProposals(context: Context): Promise<Found | null> {
  return { count: mappingProposals((await alone(context)).map(({ purl }) => purl)).length };
}

/** Packages that stand for a project of their own because nothing says to which they belong. */
export async function unresolvedPackages(context: Context): Promise<Found | null> {
  const rows = await alone(context);
  const proposed = new Set(mappingProposals(rows.map(({ purl }) => purl)).flatMap((one) => one.packages));
  const left = rows.filter(({ purl }) => !proposed.has(purl));
  if (left.length === 0) return null;
  const { shares } = (await computedRatios(context, { period: "ttm" })).over;
  const projects = new Set(left.map(({ projectId }) => projectId));
  const usage = [...projects].map((id) => shares.get(id)?.usageShare ?? 0).sort((one, other) => one - other);
  return {
    count: left.length,
    usageShare: Math.min(
      1,
      usage.reduce((sum, share) => sum + share, 0),
    ),
  };
}

async function alone(context: Context) {
  const isOwn = firstPartyTest({
    patterns: context.organization.firstPartyPatterns,
    own: await ownKeys(context),
  });
  return (await packageRows(context, eq(packages.basis, "provisional"))).filter(({ purl }) => !isOwn(purl));
}
