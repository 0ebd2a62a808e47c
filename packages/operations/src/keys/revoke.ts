import { ApiKey, RevokeKey } from "@headwater/contract/organization";
import { apiKeys } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq, sql } from "drizzle-orm";
import { Refused, writing } from "../operation/index.ts";
import { shownKey } from "./key.ts";

/** From now on the key opens nothing. A key that was revoked before stays as it was. */
export const revokeKey = writing({
  name: "key.revoke",
  access: "key.manage",
  input: RevokeKey,
  output: ApiKey,
  async run(context, input) {
    const id = parseIdentifier("key", input.id);
    const rows =
      id === null
        ? []
        : await context.db
            .update(apiKeys)
            .set({
              revokedAt: sql`coalesce(${apiKeys.revokedAt}, ${context.now.toISOString()}::timestamptz)`,
            })
            .where(and(eq(apiKeys.organizationId, context.organization.id), eq(apiKeys.id, id)))
            .returning();
    if (!rows[0]) throw new Refused("not-found", `There is no key ${JSON.stringify(input.id)} here.`);
    return shownKey(rows[0]);
  },
  audit: (key) => ({ entity: `key:${key.id}`, detail: { revokedAt: key.revokedAt } }),
});
