import { AuditFilters, ReadAuditFilters } from "@headwater/contract/audit";
import { audit } from "@headwater/db/tables";
import { asc, eq } from "drizzle-orm";
import { reading } from "../operation/index.ts";
import { actorNames } from "./actor-names.ts";

/** Who has acted here, and by which operations: what the list can be narrowed by. */
export const readAuditFilters = reading({
  name: "audit.read-filters",
  access: "audit.read",
  input: ReadAuditFilters,
  output: AuditFilters,
  async run(context) {
    const own = eq(audit.organizationId, context.organization.id);
    const actors = await context.db
      .selectDistinct({ actor: audit.actor })
      .from(audit)
      .where(own)
      .orderBy(asc(audit.actor));
    const operations = await context.db
      .selectDistinct({ operation: audit.operation })
      .from(audit)
      .where(own)
      .orderBy(asc(audit.operation));
    const names = await actorNames(
      context,
      actors.map(({ actor }) => actor),
    );
    return {
      actors: actors.map(({ actor }) => ({ actor, name: names.get(actor) ?? null })),
      operations: operations.map(({ operation }) => operation),
    };
  },
});
