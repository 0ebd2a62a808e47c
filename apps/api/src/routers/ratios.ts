import { readGivingMonths, readUsageMonths } from "@headwater/operations/ratios/months";
import { readRatios } from "@headwater/operations/ratios/read";
import { readSummary } from "@headwater/operations/ratios/summary";
import { readTrend } from "@headwater/operations/ratios/trend";
import { askWhy } from "@headwater/operations/why/ask";
import { query, router } from "../trpc.ts";

export const ratios = router({
  read: query(readRatios),
  summary: query(readSummary),
  trend: query(readTrend),
  why: query(askWhy),
  givingMonths: query(readGivingMonths),
  usageMonths: query(readUsageMonths),
});
