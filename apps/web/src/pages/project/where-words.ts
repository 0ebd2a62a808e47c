import type { ProjectUse } from "@headwater/contract/projects";
import { t } from "./texts.ts";

const DAY_MS = 86_400_000;

/** Why nobody can say whether a product has the project: `unknown: inventory too old, 74 days old`. */
export function whereUnknownWords(line: ProjectUse["products"][number]): string {
  const reasons = t().whereUnknown;
  const why =
    line.presenceUnknown === "stale-inventory" || line.presenceUnknown === "list-only"
      ? reasons[line.presenceUnknown]
      : reasons["no-inventory"];
  const days = line.lastSeenAt === null ? 0 : Math.floor((Date.now() - Date.parse(line.lastSeenAt)) / DAY_MS);
  return days > 0 && line.presenceUnknown === "stale-inventory" ? `${why}, ${days} d` : why;
}
