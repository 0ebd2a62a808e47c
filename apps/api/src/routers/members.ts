import { changeMember } from "@headwater/operations/members/change";
import { listMembers } from "@headwater/operations/members/list";
import { removeMember } from "@headwater/operations/members/remove";
import { mutation, query, router } from "../trpc.ts";

export const members = router({
  list: query(listMembers),
  change: mutation(changeMember),
  remove: mutation(removeMember),
});
