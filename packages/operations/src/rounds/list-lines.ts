import { ListRoundLines, RoundLines } from "@headwater/contract/rounds";
import { printAmount } from "@headwater/domain/money";
import { reading } from "../operation/index.ts";
import { nameProjects } from "../ratios/project-names.ts";
import { planOfRound } from "./plan.ts";
import { findRound } from "./row.ts";
import { shownLine } from "./shown-plan.ts";

/** All lines of a round, as a table for elsewhere. */
export const listRoundLines = reading({
  name: "round.list-lines",
  access: "ratio.read",
  input: ListRoundLines,
  output: RoundLines,
  async run(context, { id }) {
    const row = await findRound(context, id);
    const { computed, lines } = await planOfRound(context, row);
    const { currency } = context.organization;
    await nameProjects(
      context,
      computed,
      lines.map((line) => line.row.projectId),
    );
    return {
      items: lines
        .map((line) => ({
          ...shownLine(line, computed, currency),
          toPay: line.final.gift - line.paidMinor,
        }))
        .map(({ project, name, usageShare, given, fairShare, gap, suggested, final, reason, ...line }) => ({
          project,
          name,
          usageShare,
          currency,
          given,
          fairShare,
          gap,
          suggested,
          final,
          reason,
          toPay: printAmount(line.toPay, currency),
          leftOut: line.leftOut,
          paidThrough: line.payee?.platform ?? null,
          account: line.payee?.handle ?? null,
          address: line.payee?.url ?? null,
        })),
    };
  },
});
