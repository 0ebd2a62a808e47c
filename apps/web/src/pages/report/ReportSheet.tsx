import type { Report } from "@headwater/contract/reports";
import { Mark } from "@headwater/ui/components";
import { dayName, periodName } from "@headwater/ui/format";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { dataOf } from "../../frame/data-of.ts";
import { useDayOf } from "../../frame/day-of.ts";
import { lastDayOf } from "../../frame/period.ts";
import { teamsQuery } from "../../queries.ts";
import { demoQuery } from "../demo/queries.ts";
import { t as demoWords } from "../demo/texts.ts";
import { FourFigures } from "../home/FourFigures.tsx";
import { Sentence } from "../home/Sentence.tsx";
import { ConfidenceOf } from "../projects/confidence.tsx";
import { booksWords } from "./books.ts";
import { Decision } from "./Decision.tsx";
import { Exposure } from "./Exposure.tsx";
import { ledeOf } from "./lede.ts";
import { printedGiving } from "./printed-giving.ts";
import { ReportLedger } from "./ReportLedger.tsx";
import { pageWords } from "./page-words.ts";
import { printSizeOf } from "./paper.ts";
import { t } from "./texts.ts";
import { TwoLedgers } from "./TwoLedgers.tsx";

interface SheetProps {
  readonly report: Report;
  /** The slug of a team. */
  readonly unit: string | undefined;
}

/** The page itself; on paper it is all that is left. */
export function ReportSheet(props: SheetProps) {
  const printed = () => printedGiving(props.report.giving);
  const team = useTeamName(() => props.unit);
  const lede = () => ledeOf(props.report, printed(), team() ?? props.report.organization);
  const foot = useFootWords(() => props);
  const size = () => printSizeOf(pageWords(props.report, { lede: lede(), foot: foot(), unit: props.unit }));
  return (
    <article class={`report report-size-${size()}`}>
      <ReportHead report={props.report} team={team()} />
      <Sentence summary={props.report.summary} period={props.report.period} />
      <p class="lede report-lede">{lede()}</p>
      <FourFigures summary={props.report.summary} trend={props.report.trend} against="yearBefore" />
      <div class="report-columns">
        <ReportLedger report={props.report} />
        <div class="report-side">
          <Decision report={props.report} />
          <TwoLedgers report={props.report} unit={props.unit} printed={printed()} />
          <Exposure report={props.report} />
        </div>
      </div>
      <footer class="report-foot">
        <ConfidenceOf confidence={props.report.summary.confidence} />
        <p class="byline">{foot()}</p>
      </footer>
    </article>
  );
}

function useTeamName(unit: () => string | undefined): () => string | undefined {
  const teams = useQuery(() => teamsQuery);
  return () => (dataOf(teams)?.items ?? []).find(({ slug }) => slug === unit())?.name ?? unit();
}

function ReportHead(props: { readonly report: Report; readonly team: string | undefined }) {
  const summary = () => props.report.summary;
  const dayOf = useDayOf();
  const madeOn = () => dayName(dayOf(summary().asOf));
  return (
    <header class="report-head">
      <p class="report-organization">
        <Mark />
        <span>{props.report.organization}</span>
      </p>
      <div class="byline report-facts">
        <p>{t().of(periodName(props.report.period, lastDayOf(summary().period.end)))}</p>
        <Show when={props.team}>{(name) => <p>{t().team(name())}</p>}</Show>
        <p>
          {[
            t().asOf(madeOn()),
            booksWords(props.report.books, dayOf),
            t().definition(summary().definitionVersion),
          ].join(" · ")}
        </p>
      </div>
    </header>
  );
}

/** Where its figures are opened, and what is to be known of all of them. */
function useFootWords(sheet: () => SheetProps): () => string {
  const demo = useQuery(() => demoQuery);
  const report = () => sheet().report;
  const address = () => {
    const { unit } = sheet();
    return `${window.location.host}/report/${report().period}${unit === undefined ? "" : `?unit=${unit}`}`;
  };
  return () =>
    [
      t().opens(address()),
      ...(report().giving.unknownRows > 0 ? [t().withoutRate(report().giving.unknownRows)] : []),
      ...(sheet().unit === undefined ? [] : [t().teamNote]),
      ...(report().books.state === "closed" ? [t().usageFollows] : []),
      ...(dataOf(demo)?.demo?.here === true ? [demoWords().invented] : []),
    ].join(" · ");
}
