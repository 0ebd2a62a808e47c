import { listContributions } from "@headwater/operations/contributions/list";
import { logContribution } from "@headwater/operations/contributions/log";
import { logContributions } from "@headwater/operations/contributions/log-batch";
import { readContribution } from "@headwater/operations/contributions/read";
import { reverseContribution } from "@headwater/operations/contributions/reverse";
import { mutation, query, router } from "../trpc.ts";

export const contributions = router({
  list: query(listContributions),
  read: query(readContribution),
  log: mutation(logContribution),
  logBatch: mutation(logContributions),
  reverse: mutation(reverseContribution),
});
