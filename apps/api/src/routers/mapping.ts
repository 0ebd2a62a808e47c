import { addFirstParty, removeFirstParty } from "@headwater/operations/mapping/first-party";
import { listLoosePackages } from "@headwater/operations/mapping/list-loose";
import { listPackageProjects } from "@headwater/operations/mapping/list-package-projects";
import { listMappingProposals } from "@headwater/operations/mapping/list-proposals";
import { listMappingRules } from "@headwater/operations/mapping/list-rules";
import { readMappingState } from "@headwater/operations/mapping/read-state";
import { releasePackage } from "@headwater/operations/mapping/release-package";
import { retireMappingRule } from "@headwater/operations/mapping/retire-rule";
import { retireMappingRules } from "@headwater/operations/mapping/retire-rules";
import { setPackageProject } from "@headwater/operations/mapping/set-package-project";
import { setMappingRule } from "@headwater/operations/mapping/set-rule";
import { setMappingRules } from "@headwater/operations/mapping/set-rules";
import { mutation, query, router } from "../trpc.ts";

export const mapping = router({
  readState: query(readMappingState),
  listPackages: query(listPackageProjects),
  listLoose: query(listLoosePackages),
  setPackage: mutation(setPackageProject),
  releasePackage: mutation(releasePackage),
  listRules: query(listMappingRules),
  setRule: mutation(setMappingRule),
  setRules: mutation(setMappingRules),
  retireRule: mutation(retireMappingRule),
  retireRules: mutation(retireMappingRules),
  listProposals: query(listMappingProposals),
  addFirstParty: mutation(addFirstParty),
  removeFirstParty: mutation(removeFirstParty),
});
