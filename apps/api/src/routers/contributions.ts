import { findLoggableProjects } from "@headwater/operations/contributions/find-projects";
import { listContributions } from "@headwater/operations/contributions/list";
import { logContribution } from "@headwater/operations/contributions/log";
import { logContributions } from "@headwater/operations/contributions/log-batch";
import { readMyRecentWork } from "@headwater/operations/contributions/my-recent-work";
import { readMyWeek } from "@headwater/operations/contributions/my-week";
import { readContribution } from "@headwater/operations/contributions/read";
import { reverseContribution } from "@headwater/operations/contributions/reverse";
import { reverseContributions } from "@headwater/operations/contributions/reverse-batch";
import { mutation, query, router } from "../trpc.ts";

export const contributions = router({
  list: query(listContributions),
  read: query(readContribution),
  myWeek: query(readMyWeek),
  myRecentWork: query(readMyRecentWork),
  findProjects: query(findLoggableProjects),
  log: mutation(logContribution),
  logBatch: mutation(logContributions),
  reverse: mutation(reverseContribution),
  reverseBatch: mutation(reverseContributions),
});
