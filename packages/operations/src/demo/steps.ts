import type { DemoStage } from "./stage.ts";
import { peopleAndTeams } from "./steps/people.ts";
import { ratesAndTargets } from "./steps/money.ts";
import { productsInUse, uploadInventories } from "./steps/usage.ts";
import { mappingRules } from "./steps/mapping.ts";
import { effort } from "./steps/effort.ts";
import { gifts } from "./steps/gifts.ts";
import { rounds } from "./steps/rounds.ts";

/** How many files of inventories there are, so that each is a step that the progress can count. */
const SOURCES = 9;

/** In the order in which one needs the other. */
export const demoSteps: readonly ((stage: DemoStage) => Promise<void>)[] = [
  peopleAndTeams,
  ratesAndTargets,
  productsInUse,
  mappingRules,
  ...Array.from({ length: SOURCES }, (_, source) => uploadInventories(source)),
  effort,
  gifts,
  rounds,
];
