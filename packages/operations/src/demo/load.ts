import { LoadDemo } from "@headwater/contract/demo";
import type { Identifier } from "@headwater/domain/identifier";
import { z } from "zod";
import { type Actor, perform, type Runtime, writing } from "../operation/index.ts";
import { type NewDemo, provisionDemo } from "./provision.ts";

/**
 * Loads the demo company beside the actor's organization, which keeps who asked for it. Not among the operations that a router
 * offers: the account is made where passwords are derived.
 */
export async function loadDemo(
  runtime: Runtime,
  actor: Actor,
  account: NewDemo["account"],
): Promise<Identifier<"org">> {
  await perform(demoLoad, runtime, actor, {});
  return await provisionDemo(runtime, { loadedBy: actor.organizationId, account });
}

const demoLoad = writing({
  name: "demo.load",
  access: "demo.manage",
  input: LoadDemo,
  output: z.object({}),
  run: async () => ({}),
  audit: () => ({ entity: null, detail: {} }),
});
