import { addIdentity } from "../../people/add-identity.ts";
import { createPerson } from "../../people/create.ts";
import { createTeam } from "../../teams/create.ts";
import { demoPeople, demoTeams, emailOf } from "../company/company.ts";
import type { DemoStage } from "../stage.ts";
import { TOLD_DAYS } from "./span.ts";

export async function peopleAndTeams(stage: DemoStage): Promise<void> {
  stage.goTo(stage.daysAgo(TOLD_DAYS));
  for (const team of demoTeams) await stage.perform(createTeam, team);
  for (const { name, team, roleFamily, region, handle } of demoPeople) {
    const email = emailOf(name);
    const { id } = await stage.perform(createPerson, { name, email, team, roleFamily, region });
    if (handle !== null) await stage.perform(addIdentity, { id, host: "github.com", handle });
  }
}
