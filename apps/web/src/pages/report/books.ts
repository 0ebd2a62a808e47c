import type { ReportBooks } from "@headwater/contract/reports";
import { dayName } from "@headwater/ui/format";
import { t } from "./texts.ts";

/** Whether figures may still change, and since when they may not. */
export function booksWords({ state, since, by }: ReportBooks): string {
  const day = dayName((since ?? "").slice(0, 10));
  switch (state) {
    case "open":
      return t().booksOpen;
    case "soft-closed":
      return t().booksSoftClosed(day);
    case "closed":
      return t().booksClosed(day, by);
  }
}
