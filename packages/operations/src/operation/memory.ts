import type { Identifier } from "@headwater/domain/identifier";
import type { ComputedRatios } from "../ratios/compute.ts";
import { type Answers, answers } from "./answers.ts";
import type { OrganizationFacts } from "./context.ts";

/** What this process holds of one organization, all of it read between the same two changes. */
export interface OrganizationMemory {
  /** Null until something has read them. */
  organization: OrganizationFacts | null;
  /** By period and filter. */
  readonly ratios: Answers<ComputedRatios>;
}

/**
 * What this process holds in memory, organization by organization. Whoever is going to keep something takes the organization's
 * memory before the transaction that reads it: a change puts a new one in its place, and what is written into the
 * old one then is seen by nobody.
 */
export interface Memory {
  readonly of: (organizationId: Identifier<"org">) => OrganizationMemory;
  /** Called after a commit, here or in another process. */
  readonly forget: (organizationId: Identifier<"org">) => void;
  /** Where nobody knows what another process wrote meanwhile. */
  readonly forgetAll: () => void;
}

export function emptyMemory(): Memory {
  const organizations = new Map<string, OrganizationMemory>();
  return {
    of(organizationId) {
      const known = organizations.get(organizationId);
      if (known !== undefined) return known;
      const made: OrganizationMemory = { organization: null, ratios: answers() };
      organizations.set(organizationId, made);
      return made;
    },
    forget: (organizationId) => void organizations.delete(organizationId),
    forgetAll: () => organizations.clear(),
  };
}
