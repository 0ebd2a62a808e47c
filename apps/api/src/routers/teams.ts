import { changeTeam } from "@headwater/operations/teams/change";
import { createTeam } from "@headwater/operations/teams/create";
import { listTeams } from "@headwater/operations/teams/list";
import { mutation, query, router } from "../trpc.ts";

export const teams = router({
  list: query(listTeams),
  create: mutation(createTeam),
  change: mutation(changeTeam),
});
