import type { Identifier } from "@headwater/domain/identifier";
import { type Context, Refused } from "../operation/index.ts";

/** Whose views they are; a key for machines sees no page. */
export function viewer({ actor }: Context): Identifier<"prs"> {
  if (actor.personId !== null) return actor.personId;
  throw new Refused("not-allowed", "Views belong to a person; sign in instead of using a key.");
}
