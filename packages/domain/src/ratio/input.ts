import type { Known } from "../known/index.ts";
import type { Period } from "../period/index.ts";

/** What is known of a project's usage in the period; usageOver gives it. */
export interface ProjectUse {
  readonly usageShare: number;
  readonly reach: number;
}

/** What was given to one project in the period. Money in minor units of the organization's currency. */
export interface ProjectGiving<ProjectId extends string> {
  readonly projectId: ProjectId;
  readonly minutes: number;
  readonly timeMinor: bigint;
  readonly cashMinor: bigint;
  readonly inKindMinor: bigint;
  /** Rows whose value is in the sums, and rows that lack a rate and are left out of them. */
  readonly valuedRows: number;
  readonly unknownRows: number;
}

/** Money that is not given to one project. */
export interface UndividedGiving {
  readonly cashMinor: bigint;
  readonly inKindMinor: bigint;
  readonly unknownRows: number;
}

export type Basis = "logged" | "imported" | "estimated";

/** How firmly the figures stand: a person logged them, an import did, or they were estimated. */
export interface BasisGiving {
  readonly minutes: number;
  readonly giveBackMinor: bigint;
}

export interface RatioInput<ProjectId extends string> {
  readonly period: Period;
  readonly usage: ReadonlyMap<ProjectId, ProjectUse>;
  /** At most one entry a project; projects that nobody uses may stand here too. */
  readonly giving: readonly ProjectGiving<ProjectId>[];
  /** Given to the tail as a whole, for example to an ecosystem fund. */
  readonly toTail: UndividedGiving;
  /** Unrestricted memberships: they count for the company, not for a project. */
  readonly pooled: UndividedGiving;
  readonly target: Known<bigint>;
  /** The smallest gift that is worth sending; projects whose fair share is below it form the tail. */
  readonly smallestGiftMinor: bigint;
  /** Projects that the company controls: left out of giving as usageOver leaves them out of usage. */
  readonly controlled: ReadonlySet<string>;
  readonly byBasis: Readonly<Record<Basis, BasisGiving>>;
  readonly pledge: PledgeInput;
}

/** Eligible cash of the year in minor units, and the mean of full-time developers over it. */
export interface PledgeInput {
  readonly eligibleCashMinor: bigint;
  readonly developers: Known<number>;
}
