import { Organization, ReadOrganization } from "@headwater/contract/organization";
import { reading } from "../operation/index.ts";
import { shownOrganization } from "./shown.ts";

export const readOrganization = reading({
  name: "organization.read",
  access: "organization.read",
  input: ReadOrganization,
  output: Organization,
  run: async (context) => shownOrganization(context.organization),
});
