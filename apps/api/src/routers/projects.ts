import { addProject } from "@headwater/operations/projects/add";
import { readProjectHistory } from "@headwater/operations/projects/history";
import { listProjects } from "@headwater/operations/projects/list";
import { readProjectMonths } from "@headwater/operations/projects/months";
import { readPresence } from "@headwater/operations/projects/presence";
import { readProject } from "@headwater/operations/projects/read";
import { setProject } from "@headwater/operations/projects/set";
import { readProjectUse } from "@headwater/operations/projects/where";
import { mutation, query, router } from "../trpc.ts";

export const projects = router({
  list: query(listProjects),
  read: query(readProject),
  where: query(readProjectUse),
  months: query(readProjectMonths),
  history: query(readProjectHistory),
  presence: query(readPresence),
  add: mutation(addProject),
  set: mutation(setProject),
});
