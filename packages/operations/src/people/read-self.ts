import { ReadSelf, Self } from "@headwater/contract/organization";
import { accesses } from "@headwater/domain/organization";
import { reading } from "../operation/index.ts";

/** Who asks and what they may do, so that screens offer nothing that would be refused. */
export const readSelf = reading({
  name: "person.read-self",
  access: "organization.read",
  input: ReadSelf,
  output: Self,
  run: async (context) => ({
    person: context.actor.personId,
    may: accesses.filter((access) => context.may(access)),
  }),
});
