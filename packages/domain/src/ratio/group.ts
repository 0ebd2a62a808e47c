import { known, unknown, type Known } from "../known/index.ts";
import { fairShares } from "./fair-share.ts";
import { giveBackShare } from "./give-back-share.ts";

export interface GroupInput {
  /** G of the group, and of the company. */
  readonly giveBackMinor: bigint;
  readonly companyGiveBackMinor: bigint;
  /** Usage of the group and of the company in one unit: for a team Σ w of the products that it owns, against 1. */
  readonly usage: number;
  readonly companyUsage: number;
}

/** Team or ecosystem ratio: the group's share of the company's giving ÷ its share of the company's usage. */
export function groupRatio({
  giveBackMinor,
  companyGiveBackMinor,
  usage,
  companyUsage,
}: GroupInput): Known<number> {
  if (usage <= 0 || companyUsage <= 0) return unknown("no-usage");
  const share = giveBackShare(giveBackMinor, companyGiveBackMinor);
  return share.known ? known(share.value / (usage / companyUsage)) : share;
}

/** Usage of one project under one purl type. */
export interface EcosystemUse {
  readonly ecosystem: string;
  readonly usageShare: number;
}

export interface EcosystemAmount {
  readonly ecosystem: string;
  readonly amountMinor: bigint;
}

/**
 * What was given to a project, split over its ecosystems by its usage in each, by largest remainder, ties to the
 * earlier name. Without usage there is nothing to split by: the amount stays `unassigned`.
 */
export function splitByEcosystem(
  amountMinor: bigint,
  uses: readonly EcosystemUse[],
): readonly EcosystemAmount[] {
  const ordered = uses.toSorted((one, other) => (one.ecosystem < other.ecosystem ? -1 : 1));
  const amounts = fairShares(
    amountMinor,
    ordered.map((use) => use.usageShare),
  );
  if (amounts === null) return [{ ecosystem: "unassigned", amountMinor }];
  return ordered.map(({ ecosystem }, place) => ({ ecosystem, amountMinor: amounts[place] ?? 0n }));
}
