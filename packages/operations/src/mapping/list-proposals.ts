import { ListMappingProposals, MappingProposals } from "@headwater/contract/mapping";
import { packages } from "@headwater/db/tables";
import { type ProposedProject, proposedProject } from "@headwater/domain/package";
import { eq } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { packageRows } from "./decided-packages.ts";

/** What the customs of an ecosystem suggest for packages that stand alone; the proposal that covers most comes first. */
export const listMappingProposals = reading({
  name: "mapping-proposal.list",
  access: "mapping.read",
  input: ListMappingProposals,
  output: MappingProposals,
  async run(context) {
    const proposals = new Map<string, { proposed: ProposedProject; covered: string[] }>();
    for (const { purl } of await packageRows(context, eq(packages.basis, "provisional"))) {
      const proposed = proposedProject(purl);
      if (proposed === null) continue;
      const known = proposals.get(proposed.pattern);
      if (known === undefined) proposals.set(proposed.pattern, { proposed, covered: [purl] });
      else known.covered.push(purl);
    }
    const items = [...proposals.values()]
      .sort(
        (one, other) =>
          other.covered.length - one.covered.length ||
          (one.proposed.pattern < other.proposed.pattern ? -1 : 1),
      )
      .map(({ proposed, covered }) => ({ ...proposed, packages: covered, usageShare: null }));
    return { items };
  },
});
