import type { Transaction } from "@headwater/db";
import type { Identifier, IdentifierPrefix } from "@headwater/domain/identifier";
import type { Currency } from "@headwater/domain/money";
import type { Access, Scope } from "@headwater/domain/organization";
import type { Day } from "@headwater/domain/period";
import type { OrganizationMemory } from "./memory.ts";

/** Who asks. A job acts for the organization with everything that its operation needs. */
export interface Actor {
  readonly kind: "person" | "key" | "job";
  /** Member's person id, key id, or the job's name. Never personal data: it stands in audit rows. */
  readonly id: string;
  readonly organizationId: Identifier<"org">;
  /** The person whose own rows are seen and logged; null for keys and jobs. */
  readonly personId: Identifier<"prs"> | null;
  readonly scopes: readonly Scope[];
}

export interface OrganizationFacts {
  readonly id: Identifier<"org">;
  readonly name: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly weekStart: number;
  readonly fiscalYearStart: number;
  readonly smallProductFloor: number;
  readonly smallestGiftMinor: bigint;
  readonly smallestGiftCurrency: Currency;
  readonly firstPartyPatterns: readonly string[];
  readonly salt: string;
  readonly revision: number;
}

/** Who asks, when, and of which organization: all that an answer from memory may use. */
export interface Circumstances {
  readonly actor: Actor;
  readonly organization: OrganizationFacts;
  readonly now: Date;
  /** Today in the organization's time zone. */
  readonly today: Day;
  readonly may: (access: Access) => boolean;
  /** As it was before the transaction began. */
  readonly memory: OrganizationMemory;
}

/** Everything that an operation may use. There is no ambient state: clock, randomness and database arrive here. */
export interface Context extends Circumstances {
  readonly db: Transaction;
  readonly newId: <Prefix extends IdentifierPrefix>(prefix: Prefix) => Identifier<Prefix>;
  /** Runs after the transaction has committed: jobs to wake, answers kept in memory to drop. */
  readonly afterCommit: (action: () => void) => void;
}
