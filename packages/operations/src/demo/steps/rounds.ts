import { createRound } from "../../rounds/create.ts";
import { decideLine } from "../../rounds/decide.ts";
import { readPlan } from "../../rounds/read-plan.ts";
import type { DemoStage } from "../stage.ts";
import { demoRound } from "../company/round.ts";

/** A draft of this quarter's round, in which some lines are decided. What is said of them is about Larkfield, never about a project. */
export async function rounds(stage: DemoStage): Promise<void> {
  stage.goTo(stage.daysAgo(demoRound.daysAgo));
  const [year = "", month = "1"] = stage.today.split("-");
  const name = `Round ${year}-Q${Math.ceil(Number(month) / 3)}`;
  const { budget, cap, step } = demoRound;
  let round = await stage.perform(createRound, { name, budget, cap, step });
  const { lines } = await stage.perform(readPlan, { id: round.id });
  for (const { place, ...decision } of demoRound.decisions) {
    const line = lines[place];
    if (line === undefined) continue;
    const { id, version } = round;
    ({ round } = await stage.perform(decideLine, { id, version, project: line.project, ...decision }));
  }
}
