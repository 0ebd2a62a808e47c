import { listPeriods } from "@headwater/operations/periods/list";
import { readPeriod } from "@headwater/operations/periods/read";
import { setPeriod } from "@headwater/operations/periods/set";
import { mutation, query, router } from "../trpc.ts";

export const periods = router({
  list: query(listPeriods),
  read: query(readPeriod),
  set: mutation(setPeriod),
});
