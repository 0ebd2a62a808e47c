import { ListRounds, Rounds } from "@headwater/contract/rounds";
import { rounds } from "@headwater/db/tables";
import { and, desc, eq } from "drizzle-orm";
import { newestPage, olderThan } from "../listing/newest-first.ts";
import { reading } from "../operation/index.ts";
import { shownRound } from "./row.ts";

/** Newest first. */
export const listRounds = reading({
  name: "round.list",
  access: "ratio.read",
  input: ListRounds,
  output: Rounds,
  async run(context, input) {
    const rows = await context.db
      .select()
      .from(rounds)
      .where(
        and(eq(rounds.organizationId, context.organization.id), olderThan(input.cursor, "rnd", rounds.id)),
      )
      .orderBy(desc(rounds.id))
      .limit(input.limit + 1);
    const page = newestPage(rows, input);
    return { ...page, items: page.items.map((row) => shownRound(context, row)) };
  },
});
