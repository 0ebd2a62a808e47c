import { ReadReport, Report } from "@headwater/contract/reports";
import { printPeriod } from "@headwater/domain/period";
import { reading } from "../operation/index.ts";
import { computedRatios } from "../ratios/compute.ts";
import { nameProjects } from "../ratios/project-names.ts";
import { summaryOf } from "../ratios/summary.ts";
import { FEWER_THAN_THREE, hiddenProjects, requireVisibleTeam } from "../ratios/team-filter.ts";
import { trendOf } from "../ratios/trend.ts";
import { booksOf } from "./books.ts";
import { decidedGifts, decisionOf, namedGifts } from "./decision.ts";
import { exposedRows, exposureOf } from "./exposure.ts";
import { givingOf } from "./giving.ts";
import { ledgerOf, namedRows } from "./ledger.ts";

/** The company on one page: every figure of it from one reading, so that they agree with each other. */
export const readReport = reading({
  name: "report.read",
  access: "ratio.read",
  input: ReadReport,
  output: Report,
  async run(context, input): Promise<Report> {
    const computed = await computedRatios(context, input);
    requireVisibleTeam(context, input.team, computed);
    const hidden = hiddenProjects(context, computed);
    const named = namedRows(computed, hidden);
    const exposed = exposedRows(computed, hidden);
    const gifts = decidedGifts(computed, hidden);
    await nameProjects(
      context,
      computed,
      [...named, ...exposed, ...namedGifts(gifts)].map((row) => row.projectId),
    );
    const decision = decisionOf(context, computed, gifts);
    return {
      organization: context.organization.name,
      period: input.period === "ttm" ? "ttm" : printPeriod(computed.period),
      books: await booksOf(context, computed.period),
      summary: await summaryOf(context, computed),
      trend: await trendOf(context, computed, input),
      ledger: ledgerOf(context, computed, named, hidden),
      giving: givingOf(context, computed),
      // What closing gaps would do to the figures tells what they are made of.
      decision: hidden.size > 0 ? null : decision,
      ...(hidden.size > 0 ? { decisionUnknown: FEWER_THAN_THREE } : {}),
      exposure: exposureOf(context, computed, exposed),
    };
  },
});
