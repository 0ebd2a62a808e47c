import type { Identifier } from "@headwater/domain/identifier";
import type { Actor } from "@headwater/operations/operation";

/** A job acts for its organization with everything that its operation needs; audit rows name it. */
export function jobActor(name: string, organizationId: Identifier<"org">): Actor {
  return { kind: "job", id: name, organizationId, personId: null, scopes: ["all"] };
}
