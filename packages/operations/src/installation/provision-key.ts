import { apiKeys, organizations } from "@headwater/db/tables";
import type { Identifier } from "@headwater/domain/identifier";
import { eq } from "drizzle-orm";
import { keyHint, scopesOf } from "../keys/key.ts";
import { badField, type Runtime } from "../operation/index.ts";
import { auditFirstStart, freshId } from "./first-start.ts";

const shortestValue = 32;

/** A key whose value the environment gives, so that a machine can begin without a browser. The same value again changes nothing. */
export async function provisionKey(
  runtime: Runtime,
  organizationId: Identifier<"org">,
  personId: Identifier<"prs">,
  given: { readonly name: string; readonly value: string; readonly scope: string | readonly string[] },
): Promise<void> {
  if (given.value.length < shortestValue)
    throw badField(
      "value",
      `a key needs at least ${shortestValue} characters; this one has ${given.value.length}`,
    );
  const scope = scopesOf(given.scope);
  const digest = runtime.sha256(given.value);
  const id = freshId(runtime, "key");
  await runtime.database.transaction({ organizationId }, async (db) => {
    const [organization] = await db
      .select({ salt: organizations.salt })
      .from(organizations)
      .where(eq(organizations.organizationId, organizationId));
    if (!organization) throw new Error(`${organizationId} was made by the first start and cannot be read`);
    const written = await db
      .insert(apiKeys)
      .values({
        organizationId,
        id,
        name: given.name,
        personId,
        digest,
        hint: keyHint(given.value),
        scope: [...scope],
      })
      .onConflictDoNothing()
      .returning({ id: apiKeys.id });
    if (written.length === 0) return;
    await auditFirstStart(db, runtime, {
      organizationId,
      salt: organization.salt,
      operation: "key.provision",
      entity: `key:${id}`,
      detail: { scope },
      input: { name: given.name, digest, scope },
    });
  });
}
