import { parsePeriod, type Period } from "@headwater/domain/period";
import { badField, type Circumstances } from "../operation/index.ts";

/** The period that a filter names, in the organization's days. */
export function periodOf({ today, organization }: Circumstances, text: string): Period {
  const parsed = parsePeriod(text, {
    today,
    fiscalYearStart: organization.fiscalYearStart,
  });
  if ("error" in parsed) throw badField("period", parsed.error.message);
  return parsed;
}
