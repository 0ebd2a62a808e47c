import { RemovedRound, RemoveRound } from "@headwater/contract/rounds";
import { roundLines, rounds } from "@headwater/db/tables";
import { writing } from "../operation/index.ts";
import { isLineOf, isRound, roundToChange } from "./row.ts";

/** Takes a draft away with what was decided in it. */
export const removeRound = writing({
  name: "round.remove",
  access: "round.plan",
  input: RemoveRound,
  output: RemovedRound,
  leavesFigures: true,
  async run(context, { id, version }) {
    const row = await roundToChange(context, id, version);
    await context.db.delete(roundLines).where(isLineOf(context, row.id));
    await context.db.delete(rounds).where(isRound(context, row.id));
    return { id: row.id };
  },
  audit: ({ id }) => ({ entity: `round:${id}`, detail: {} }),
});
