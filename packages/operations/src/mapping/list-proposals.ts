import { ListMappingProposals, MappingProposals } from "@headwater/contract/mapping";
import { packages } from "@headwater/db/tables";
import { firstPartyTest, mappingProposals } from "@headwater/domain/mapping";
import { eq } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { computedRatios } from "../ratios/compute.ts";
import { packageRows } from "./decided-packages.ts";
import { ownKeys } from "./own-packages.ts";

/** What the customs of an ecosystem suggest for packages that stand alone; the one that covers most of our usage comes first. */
export const listMappingProposals = reading({
  name: "mapping-proposal.list",
  access: "mapping.read",
  input: ListMappingProposals,
  output: MappingProposals,
  async run(context) {
    const isOwn = firstPartyTest({
      patterns: context.organization.firstPartyPatterns,
      own: await ownKeys(context),
    });
    const alone = (await packageRows(context, eq(packages.basis, "provisional"))).filter(
      ({ purl }) => !isOwn(purl),
    );
    const { over } = await computedRatios(context, { period: "ttm" });
    const shareOf = new Map(
      alone.map(({ purl, projectId }) => [purl, over.shares.get(projectId)?.usageShare ?? 0]),
    );
    const proposals = mappingProposals(alone.map(({ purl }) => purl));
    return {
      items: proposals
        .map((proposal) => ({
          ...proposal,
          packages: [...proposal.packages],
          usageShare:
            over.shares.size === 0
              ? null
              : proposal.packages.reduce((sum, purl) => sum + (shareOf.get(purl) ?? 0), 0),
        }))
        .sort((one, other) => (other.usageShare ?? 0) - (one.usageShare ?? 0)),
    };
  },
});
