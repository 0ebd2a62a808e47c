import { listPackageProjects } from "@headwater/operations/mapping/list-package-projects";
import { listMappingProposals } from "@headwater/operations/mapping/list-proposals";
import { listMappingRules } from "@headwater/operations/mapping/list-rules";
import { retireMappingRule } from "@headwater/operations/mapping/retire-rule";
import { setPackageProject } from "@headwater/operations/mapping/set-package-project";
import { setMappingRule } from "@headwater/operations/mapping/set-rule";
import { mutation, query, router } from "../trpc.ts";

export const mapping = router({
  listPackages: query(listPackageProjects),
  setPackage: mutation(setPackageProject),
  listRules: query(listMappingRules),
  setRule: mutation(setMappingRule),
  retireRule: mutation(retireMappingRule),
  listProposals: query(listMappingProposals),
});
