import { parsePeriod, type Period } from "@headwater/domain/period";
import { badField, type Context } from "../operation/index.ts";

/** The period that a filter names, in the organization's days. */
export function periodOf(context: Context, text: string): Period {
  const parsed = parsePeriod(text, {
    today: context.today,
    fiscalYearStart: context.organization.fiscalYearStart,
  });
  if ("error" in parsed) throw badField("period", parsed.error.message);
  return parsed;
}
