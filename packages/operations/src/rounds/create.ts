import { CreateRound, Round } from "@headwater/contract/rounds";
import { rounds } from "@headwater/db/tables";
import { writing } from "../operation/index.ts";
import { shownRound } from "./row.ts";
import { askedSettings } from "./settings.ts";

/** Begins a round: a draft in which nothing is decided yet. */
export const createRound = writing({
  name: "round.create",
  access: "round.plan",
  input: CreateRound,
  output: Round,
  leavesFigures: true,
  async run(context, input) {
    const { actor, organization, now } = context;
    const [row] = await context.db
      .insert(rounds)
      .values({
        organizationId: organization.id,
        id: context.newId("rnd"),
        name: input.name,
        ...(await askedSettings(context, input)),
        currency: organization.currency,
        createdBy: `${actor.kind}:${actor.id}`,
        changedAt: now,
        writtenAt: now,
      })
      .returning();
    if (!row) throw new Error("the round that was just written cannot be read");
    return shownRound(context, row);
  },
  // The name is somebody's words, and stays out of the chain.
  audit: ({ id, name: _, createdBy: _by, createdAt: __, changedAt: ___, ...detail }) => ({
    entity: `round:${id}`,
    detail,
  }),
});
