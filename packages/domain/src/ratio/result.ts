import type { Known } from "../known/index.ts";
import type { Basis, BasisGiving } from "./input.ts";

/** One kind of giving set against usage on its own: only time, or only cash. */
export interface PartRatio {
  /** Part of all giving of this kind. */
  readonly share: Known<number>;
  readonly ratio: Known<number>;
  readonly fairShareMet: Known<number>;
}

/** One project. Money in minor units of the organization's currency. */
export interface RatioRow<ProjectId extends string> {
  readonly projectId: ProjectId;
  /** u_i */
  readonly usageShare: number;
  readonly reach: number;
  readonly minutes: number;
  readonly timeMinor: bigint;
  readonly cashMinor: bigint;
  readonly inKindMinor: bigint;
  /** G_i: time, cash and in-kind whose value is known; refunds can make it negative. */
  readonly giveBackMinor: bigint;
  /** g_i */
  readonly giveBackShare: Known<number>;
  /** R_i = g_i ÷ u_i */
  readonly ratio: Known<number>;
  /** F_i */
  readonly fairShareMinor: Known<bigint>;
  /** S_i = G_i ÷ F_i */
  readonly fairShareMet: Known<number>;
  /** max(0, F_i − G_i) */
  readonly gapMinor: Known<bigint>;
  readonly tail: boolean;
  readonly unknownRows: number;
  readonly timeOnly: PartRatio;
  readonly cashOnly: PartRatio;
}

/** All projects whose fair share is below the smallest gift, and what was given to them together, as one line. */
export interface TailLine {
  readonly projects: number;
  readonly usageShare: number;
  readonly minutes: number;
  readonly giveBackMinor: bigint;
  readonly giveBackShare: Known<number>;
  readonly ratio: Known<number>;
  readonly fairShareMinor: Known<bigint>;
  readonly fairShareMet: Known<number>;
  readonly gapMinor: Known<bigint>;
  readonly unknownRows: number;
}

export interface RatioSummary {
  readonly targetMinor: Known<bigint>;
  /** Σ G over projects and the tail; pooled money stands beside it. */
  readonly giveBackMinor: bigint;
  readonly pooledMinor: bigint;
  readonly minutes: number;
  readonly timeMinor: bigint;
  /** Cash and in-kind with what went to the tail as a whole, without pooled money. */
  readonly cashMinor: bigint;
  readonly inKindMinor: bigint;
  readonly byBasis: Readonly<Record<Basis, BasisGiving>>;
  readonly unknownRows: number;
  /** (Σ G + pooled) ÷ T */
  readonly giveBackOfTarget: Known<number>;
  readonly gapMinor: Known<bigint>;
  readonly coverage: Known<number>;
  readonly alignment: Known<number>;
  readonly monthsBehind: Known<number>;
  readonly concentration: Known<Concentration>;
  readonly pledge: Pledge;
}

export interface Concentration {
  /** Σ g_i² */
  readonly hhi: number;
  /** Over projects outside the tail, zeros included; 0 everybody alike, towards 1 all to one. */
  readonly gini: number;
  readonly top5: number;
}

export interface Pledge {
  readonly eligibleCashMinor: bigint;
  readonly developers: Known<number>;
  /** Minor units, rounded half to even. */
  readonly perDeveloperMinor: Known<bigint>;
}

export interface Ratios<ProjectId extends string> {
  /** By project id, ascending; inLargestGapOrder sorts them for people. */
  readonly rows: readonly RatioRow<ProjectId>[];
  readonly tail: TailLine;
  readonly summary: RatioSummary;
  readonly definitionVersion: string;
}
