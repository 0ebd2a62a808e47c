import { readReport } from "@headwater/operations/reports/read";
import { query, router } from "../trpc.ts";

export const reports = router({
  read: query(readReport),
});
