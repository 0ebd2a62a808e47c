import { listAudit } from "@headwater/operations/audit/list";
import { readAuditFilters } from "@headwater/operations/audit/read-filters";
import { verifyAudit } from "@headwater/operations/audit/verify";
import { query, router } from "../trpc.ts";

export const audit = router({
  list: query(listAudit),
  readFilters: query(readAuditFilters),
  verify: query(verifyAudit),
});
