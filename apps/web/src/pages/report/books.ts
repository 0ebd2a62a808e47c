import type { ReportBooks } from "@headwater/contract/reports";
import { dayName } from "@headwater/ui/format";
import { t } from "./texts.ts";

/** Whether figures may still change, and since when they may not. */
export function booksWords({ state, since, by }: ReportBooks, dayOf: (instant: string) => string): string {
  const day = since === null ? "" : dayName(dayOf(since));
  switch (state) {
    case "open":
      return t().booksOpen;
    case "soft-closed":
      return t().booksSoftClosed(day);
    case "closed":
      return t().booksClosed(day, by);
  }
}
