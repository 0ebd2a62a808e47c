import { ListMappingProposals, MappingProposals } from "@headwater/contract/mapping";
import { packages } from "@headwater/db/tables";
import { firstPartyTest, mappingProposals } from "@headwater/domain/mapping";
import { eq } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { packageRows } from "./decided-packages.ts";
import { ownKeys } from "./own-packages.ts";

/** What the customs of an ecosystem suggest for packages that stand alone; the proposal that covers most comes first. */
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
    const proposals = mappingProposals(alone.map(({ purl }) => purl));
    return {
      items: proposals.map((proposal) => ({
        ...proposal,
        packages: [...proposal.packages],
        usageShare: null,
      })),
    };
  },
});
