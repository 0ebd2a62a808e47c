import { MappingState, ReadMappingState } from "@headwater/contract/mapping";
import { mappingRules, packages } from "@headwater/db/tables";
import { and, count, eq, isNull } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { computedRatios } from "../ratios/compute.ts";
import { readConfirmation } from "../ratios/confirmation.ts";
import { productsBeingComputed } from "../usage/being-computed.ts";

/** How much of our usage rests on confirmed projects, who says so of how many packages, and what is being computed. */
export const readMappingState = reading({
  name: "mapping.read-state",
  access: "mapping.read",
  input: ReadMappingState,
  output: MappingState,
  async run(context) {
    const own = context.organization.id;
    const computed = await computedRatios(context, { period: "ttm" });
    const confirmation = (computed.beside.confirmation ??= await readConfirmation(context, computed));
    const byBasis = await context.db
      .select({ basis: packages.basis, packages: count() })
      .from(packages)
      .where(eq(packages.organizationId, own))
      .groupBy(packages.basis);
    const [rules] = await context.db
      .select({ rules: count() })
      .from(mappingRules)
      .where(and(eq(mappingRules.organizationId, own), isNull(mappingRules.retiredAt)));
    return {
      confirmedUsage: computed.over.shares.size === 0 ? null : 1 - confirmation.provisionalUsage,
      packages: {
        provisional: 0,
        stated: 0,
        rule: 0,
        person: 0,
        ...Object.fromEntries(byBasis.map(({ basis, packages: many }) => [basis, many])),
      },
      rules: rules?.rules ?? 0,
      firstPartyPatterns: [...context.organization.firstPartyPatterns],
      recomputing: await productsBeingComputed(context),
    };
  },
});
