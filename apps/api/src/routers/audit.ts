import { listAudit } from "@headwater/operations/audit/list";
import { verifyAudit } from "@headwater/operations/audit/verify";
import { query, router } from "../trpc.ts";

export const audit = router({
  list: query(listAudit),
  verify: query(verifyAudit),
});
