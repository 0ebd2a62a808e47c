import { ReadReport, Report } from "@headwater/contract/reports";
import { printPeriod } from "@headwater/domain/period";
import { reading } from "../operation/index.ts";
import { computedRatios } from "../ratios/compute.ts";
import { nameProjects } from "../ratios/project-names.ts";
import { summaryOf } from "../ratios/summary.ts";
import { hiddenProjects, requireVisibleTeam } from "../ratios/team-filter.ts";
import { trendOf } from "../ratios/trend.ts";
import { booksOf } from "./books.ts";
import { decidedGifts, decisionOf, namedGifts } from "./decision.ts";
import { exposedRows, exposureOf } from "./exposure.ts";
import { givingOf } from "./giving.ts";
import { ledgerOf, namedRows } from "./ledger.ts";

const OF_THE_COMPANY = "of-the-company";

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
    // Money is given by the company: of a team nobody can say what its projects received, or what they still lack.
    const ofTeam = input.team !== undefined;
    const exposed = ofTeam ? [] : exposedRows(computed);
    const gifts = ofTeam ? [] : decidedGifts(computed);
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
      decision,
      ...(ofTeam ? { decisionUnknown: OF_THE_COMPANY } : {}),
      exposure: exposureOf(context, computed, exposed),
    };
  },
});
