import type { Demo } from "@headwater/contract/demo";
import type { demos } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";

export function shownDemo(row: typeof demos.$inferSelect, own: Identifier<"org">): Demo {
  return {
    organization: row.organizationId,
    here: row.organizationId === own,
    stepsDone: row.stepsDone,
    steps: row.steps,
    finished: row.finishedAt !== null,
    failure: row.failure,
  };
}
