import type { Organization } from "@headwater/contract/organization";
import { printAmount } from "@headwater/domain/money";
import type { OrganizationFacts } from "../operation/index.ts";

export function shownOrganization(facts: OrganizationFacts): Organization {
  return {
    id: facts.id,
    name: facts.name,
    currency: facts.currency,
    timeZone: facts.timeZone,
    weekStart: facts.weekStart,
    fiscalYearStart: facts.fiscalYearStart,
    smallProductFloor: facts.smallProductFloor,
    smallestGift: {
      amount: printAmount(facts.smallestGiftMinor, facts.smallestGiftCurrency),
      currency: facts.smallestGiftCurrency,
    },
    firstPartyPatterns: [...facts.firstPartyPatterns],
    revision: facts.revision,
  };
}

/** The entity tag of GET /organization, which a change sends back as If-Match. */
export function organizationTag(revision: number): string {
  return `"r${revision}"`;
}
