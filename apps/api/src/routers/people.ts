import { addIdentity } from "@headwater/operations/people/add-identity";
import { addMembership } from "@headwater/operations/people/add-membership";
import { createPerson } from "@headwater/operations/people/create";
import { erasePerson } from "@headwater/operations/people/erase";
import { listPeople } from "@headwater/operations/people/list";
import { listIdentities } from "@headwater/operations/people/list-identities";
import { listMemberships } from "@headwater/operations/people/list-memberships";
import { readSelf } from "@headwater/operations/people/read-self";
import { mutation, query, router } from "../trpc.ts";

export const people = router({
  self: query(readSelf),
  list: query(listPeople),
  create: mutation(createPerson),
  erase: mutation(erasePerson),
  listIdentities: query(listIdentities),
  addIdentity: mutation(addIdentity),
  listMemberships: query(listMemberships),
  addMembership: mutation(addMembership),
});
