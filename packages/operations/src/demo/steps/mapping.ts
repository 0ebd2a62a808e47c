import { setMappingRule } from "../../mapping/set-rule.ts";
import { knownRepositories } from "../company/mapping.ts";
import type { DemoStage } from "../stage.ts";
import { TOLD_DAYS } from "./span.ts";

/** Set before the inventories come, so that no product has to be computed twice. */
export async function mappingRules(stage: DemoStage): Promise<void> {
  stage.goTo(stage.daysAgo(TOLD_DAYS));
  for (const [project, patterns] of Object.entries(knownRepositories))
    for (const pattern of patterns) await stage.perform(setMappingRule, { pattern, project });
}
