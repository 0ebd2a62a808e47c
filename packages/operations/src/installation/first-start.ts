import type { Transaction } from "@headwater/db";
import { audit, auditPending } from "@headwater/db/tables";
import { newIdentifier, type Identifier, type IdentifierPrefix } from "@headwater/domain/identifier";
import { canonicalJson } from "../operation/canonical.ts";
import type { Runtime } from "../operation/index.ts";

/** Before an organization exists nobody can act for it: what the first start writes stands in the audit as done by `first-start`. */
export interface FirstStartNote {
  readonly organizationId: Identifier<"org">;
  readonly salt: string;
  readonly operation: string;
  readonly entity: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly input: unknown;
}

export async function auditFirstStart(
  db: Transaction,
  runtime: Runtime,
  note: FirstStartNote,
): Promise<void> {
  const { organizationId, salt, operation, entity, detail, input } = note;
  const id = freshId(runtime, "aud");
  await db.insert(audit).values({
    organizationId,
    id,
    at: runtime.clock(),
    actor: "first-start",
    operation,
    entity,
    detail,
    inputDigest: runtime.sha256(salt, canonicalJson(input)),
  });
  await db.insert(auditPending).values({ organizationId, auditId: id });
}

export function freshId<Prefix extends IdentifierPrefix>(
  runtime: Runtime,
  prefix: Prefix,
): Identifier<Prefix> {
  return newIdentifier(prefix, runtime.clock().getTime(), runtime.randomBytes(10));
}
