import { readGivingMonths, readUsageMonths } from "@headwater/operations/ratios/months";
import { readRatios } from "@headwater/operations/ratios/read";
import { readSummary } from "@headwater/operations/ratios/summary";
import { askWhy } from "@headwater/operations/why/ask";
import { readTrend } from "@headwater/operations/ratios/trend";
import { query, router } from "../trpc.ts";

export const ratios = router({
  read: query(readRatios),
  summary: query(readSummary),
  trend: query(readTrend),
  why: query(askWhy),
  givingMonths: query(readGivingMonths),
  usageMonths: query(readUsageMonths),
});
