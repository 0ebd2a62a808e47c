import { DemoState, ReadDemo } from "@headwater/contract/demo";
import { reading } from "../operation/index.ts";
import { demoInReach } from "./reach.ts";
import { shownDemo } from "./shown.ts";

/** The demo that whoever asks is in, or could go to and remove. */
export const readDemo = reading({
  name: "demo.read",
  access: "organization.read",
  input: ReadDemo,
  output: DemoState,
  async run(context) {
    const row = await demoInReach(context);
    return { demo: row === null ? null : shownDemo(row, context.organization.id) };
  },
});
