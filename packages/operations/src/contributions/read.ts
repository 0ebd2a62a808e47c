import { Contribution, ReadContribution } from "@headwater/contract/contributions";
import { contributions } from "@headwater/db/tables";
import { parseIdentifier } from "@headwater/domain/identifier";
import { and, eq } from "drizzle-orm";
import { type Context, reading, Refused } from "../operation/index.ts";
import { contributionRows } from "./row.ts";

export const readContribution = reading({
  name: "contribution.read",
  access: "contribution.read",
  input: ReadContribution,
  output: Contribution,
  run: (context, input) => visibleContribution(context, input.id),
});

/** The row, if it exists and may be seen: a colleague's row is not found, as if it were not there. */
export async function visibleContribution(context: Context, text: string): Promise<Contribution> {
  const id = parseIdentifier("ctr", text);
  const own = context.actor.personId;
  const visible =
    context.may("contribution.read-people") || context.may("contribution.reverse-any")
      ? undefined
      : own === null
        ? null
        : eq(contributions.personId, own);
  const [row] =
    id === null || visible === null
      ? []
      : await contributionRows(context, and(eq(contributions.id, id), visible), 1);
  if (!row) throw new Refused("not-found", `There is no contribution ${JSON.stringify(text)} here.`);
  return row;
}
