import { changeRound } from "@headwater/operations/rounds/change";
import { createRound } from "@headwater/operations/rounds/create";
import { decideLine } from "@headwater/operations/rounds/decide";
import { listRoundLines } from "@headwater/operations/rounds/list-lines";
import { listRounds } from "@headwater/operations/rounds/list";
import { previewRound } from "@headwater/operations/rounds/preview";
import { readPlan } from "@headwater/operations/rounds/read-plan";
import { readSponsors } from "@headwater/operations/rounds/read-sponsors";
import { removeRound } from "@headwater/operations/rounds/remove";
import { mutation, query, router } from "../trpc.ts";

export const rounds = router({
  list: query(listRounds),
  plan: query(readPlan),
  preview: query(previewRound),
  lines: query(listRoundLines),
  sponsors: query(readSponsors),
  create: mutation(createRound),
  change: mutation(changeRound),
  decide: mutation(decideLine),
  remove: mutation(removeRound),
});
