import type { Report } from "@headwater/contract/reports";
import { verdictOf } from "../home/verdict.ts";
import { askWords, basisWords } from "./decision-words.ts";
import { factsOf } from "./exposure-words.ts";
import type { PageWords } from "./paper.ts";
import { shownTimes } from "./printed-giving.ts";
import { pledgeWords } from "./pledge-words.ts";

interface SheetWords {
  readonly lede: string;
  readonly foot: string;
  readonly unit: string | undefined;
}

/** How much there is to print, in the language in which it is read. */
export function pageWords(report: Report, { lede, foot, unit }: SheetWords): PageWords {
  const { ledger, giving, decision, exposure, summary } = report;
  const { before, given, between, projects, after } = verdictOf(summary);
  return {
    organization: report.organization.length,
    facts: unit === undefined ? 2 : 3,
    verdict: [before, given, between, projects, after].join("").length,
    lede: lede.length,
    names: ledger.projects.map(({ name }) => name.length),
    sums: [ledger.others, ledger.tail].filter((line) => line.projects > 0).length,
    ask: decision === null ? 0 : askWords(decision, summary.currency).length,
    askNote: decision === null ? 0 : basisWords(report).length,
    givingLines: 4 + (Number(giving.inKind) === 0 ? 0 : 1) + shownTimes(giving).length,
    givingNote: pledgeWords(report, unit).length,
    exposures: exposure.map((exposed) => exposed.name.length + factsOf(exposed, summary).length),
    foot: foot.length,
  };
}
