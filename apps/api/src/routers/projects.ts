import { addProject } from "@headwater/operations/projects/add";
import { listProjects } from "@headwater/operations/projects/list";
import { setProject } from "@headwater/operations/projects/set";
import { mutation, query, router } from "../trpc.ts";

export const projects = router({
  list: query(listProjects),
  add: mutation(addProject),
  set: mutation(setProject),
});
