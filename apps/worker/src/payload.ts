import { parseIdentifier, type Identifier, type IdentifierPrefix } from "@headwater/domain/identifier";
import type { Job } from "@headwater/operations/operation";
import { z } from "zod";

/** What a job of each name carries: ids and nothing else, because the queue's tables stand outside the wall between organizations. */
export const payloads = {
  "process-upload": z.strictObject({ organizationId: identifier("org"), uploadId: identifier("upl") }),
  "recompute-product": z.strictObject({ organizationId: identifier("org"), productId: identifier("prd") }),
  "load-demo": z.strictObject({ organizationId: identifier("org") }),
  "remove-demo": z.strictObject({ organizationId: identifier("org") }),
} satisfies { [Name in Job["name"]]: z.ZodType<Omit<Extract<Job, { name: Name }>, "name">> };

export type Payload<Name extends Job["name"]> = z.output<(typeof payloads)[Name]>;

function identifier<Prefix extends IdentifierPrefix>(prefix: Prefix) {
  return z.string().transform((text, context): Identifier<Prefix> => {
    const id = parseIdentifier(prefix, text);
    if (id !== null) return id;
    context.addIssue({
      code: "custom",
      message: `${JSON.stringify(text)} is no identifier that begins with ${prefix}_`,
    });
    return z.NEVER;
  });
}
