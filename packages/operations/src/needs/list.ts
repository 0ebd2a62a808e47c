import { ListNeeds, type Need, type NeedKind, needKinds, Needs } from "@headwater/contract/needs";
import type { Access } from "@headwater/domain/organization";
import { type Context, reading } from "../operation/index.ts";
import {
  bootstrapKeys,
  missingHeadcount,
  missingTarget,
  rowsWithout,
  unlinkedPeople,
} from "./giving-needs.ts";
import { failedUploads, firstFile, staleSources, unreviewedProducts } from "./inventory-needs.ts";
import { firstContribution } from "./first-contribution.ts";
import { openProposals, unresolvedPackages } from "./mapping-needs.ts";

/** What is known of a need besides its kind; nothing of it where nothing is to be done. */
export type Found = Partial<Omit<Need, "kind">> & Pick<Need, "count">;

interface Way {
  /** Only who may mend it is asked to. */
  readonly access: Access;
  readonly look: (context: Context) => Promise<Found | null>;
}

const ways: Readonly<Record<NeedKind, Way>> = {
  "first-file": { access: "upload.submit", look: firstFile },
  "failed-uploads": { access: "upload.submit", look: failedUploads },
  "stale-sources": { access: "upload.submit", look: staleSources },
  "missing-target": { access: "target.set", look: missingTarget },
  "rows-without-rate": { access: "rate.set", look: (context) => rowsWithout(context, "no-rate") },
  "rows-without-exchange-rate": {
    access: "exchange-rate.set",
    look: (context) => rowsWithout(context, "no-exchange-rate"),
  },
  "open-proposals": { access: "mapping.change", look: openProposals },
  "unresolved-packages": { access: "mapping.change", look: unresolvedPackages },
  "unreviewed-products": { access: "product.change", look: unreviewedProducts },
  "missing-headcount": { access: "headcount.set", look: missingHeadcount },
  "first-contribution": { access: "contribution.log", look: firstContribution },
  "unlinked-people": { access: "person.manage", look: unlinkedPeople },
  "bootstrap-key": { access: "key.manage", look: bootstrapKeys },
};

/** What needs whoever asks, the most urgent first: only what their role lets them mend. */
export const listNeeds = reading({
  name: "need.list",
  access: "organization.read",
  input: ListNeeds,
  output: Needs,
  async run(context): Promise<Needs> {
    const items: Need[] = [];
    for (const kind of needKinds) {
      const { access, look } = ways[kind];
      const found = context.may(access) ? await look(context) : null;
      if (found === null || found.count === 0) continue;
      items.push({ kind, day: null, product: null, year: null, usageShare: null, ...found });
    }
    return { items };
  },
});
