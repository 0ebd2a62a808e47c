export { fairShares, fairShareWord } from "./fair-share.ts";
export type { FairShareWord } from "./fair-share.ts";
export { figureNames } from "./figure-names.ts";
export { groupRatio, splitByEcosystem } from "./group.ts";
export type { EcosystemAmount, EcosystemUse, GroupInput } from "./group.ts";
export type {
  Basis,
  BasisGiving,
  PledgeInput,
  ProjectGiving,
  ProjectUse,
  RatioInput,
  UndividedGiving,
} from "./input.ts";
export { DEFINITION_VERSION, inLargestGapOrder, ratiosOf } from "./ratios.ts";
export type { Concentration, PartRatio, Pledge, RatioRow, Ratios, RatioSummary, TailLine } from "./result.ts";
export { targetOver } from "./target.ts";
export type { YearTarget } from "./target.ts";
export { withGifts } from "./with-gifts.ts";
