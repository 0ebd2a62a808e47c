import { CreatedKey, CreateKey } from "@headwater/contract/organization";
import { apiKeys } from "@headwater/db/tables";
import { badField, type Context, Refused, writing } from "../operation/index.ts";
import { exceeds, keyHint, scopesOf, shownKey } from "./key.ts";

/** The value is in the answer and nowhere else: what is kept is its digest. */
export const createKey = writing({
  name: "key.create",
  access: "key.manage",
  input: CreateKey,
  output: CreatedKey,
  async run(context, input, runtime) {
    const scope = scopesOf(input.scope);
    if (exceeds(scope, context.actor.scopes))
      throw new Refused(
        "not-allowed",
        "A key cannot have more rights than you have. Choose a smaller scope, or ask an owner.",
        {
          fields: [{ field: "scope", message: "more than your own rights" }],
        },
      );
    const personId = makerOf(context);
    const expiresAt = expiry(context, input.expiresAt);
    const key = `hw_${Buffer.from(runtime.randomBytes(32)).toString("base64url")}`;
    const [row] = await context.db
      .insert(apiKeys)
      .values({
        organizationId: context.organization.id,
        id: context.newId("key"),
        name: input.name,
        personId,
        digest: runtime.sha256(key),
        hint: keyHint(key),
        scope: [...scope],
        expiresAt,
      })
      .returning();
    if (!row) throw new Error("the key was written and cannot be read");
    return { ...shownKey(row), key };
  },
  audit: (key) => ({ entity: `key:${key.id}`, detail: { scope: key.scope, expiresAt: key.expiresAt } }),
});

/** Rows that the key logs without naming a person are its maker's. */
function makerOf(context: Context) {
  if (context.actor.personId === null)
    throw new Refused("not-allowed", "A job cannot make keys. Sign in, or use a key that a person made.");
  return context.actor.personId;
}

function expiry(context: Context, text: string | undefined): Date | null {
  if (text === undefined) return null;
  const instant = new Date(text);
  if (instant <= context.now)
    throw badField("expiresAt", `${text} has passed; give an instant in the future, or leave it out`);
  return instant;
}
