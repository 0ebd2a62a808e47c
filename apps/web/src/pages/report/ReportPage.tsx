import type { Report } from "@headwater/contract/reports";
import { Button, buttonClass, Failure, Kbd, Loading } from "@headwater/ui/components";
import { useQuery } from "@tanstack/solid-query";
import { Match, Switch } from "solid-js";
import { dataOf } from "../../frame/data-of.ts";
import { useKeys } from "../../frame/keys.ts";
import { useDayOf } from "../../frame/day-of.ts";
import { useScope } from "../../frame/scope.ts";
import { useWhyKey } from "../why/use-why-key.ts";
import "./report.css";
import { reportAddress, reportQuery } from "./queries.ts";
import { ReportSheet } from "./ReportSheet.tsx";
import { booksWords } from "./books.ts";
import { t } from "./texts.ts";

export { firstPeriod } from "./first-period.ts";

/** A period on one page, as it is put before whoever decides: on the screen, on paper and as data. */
export function ReportPage() {
  const scope = useScope();
  const dayOf = useDayOf();
  const report = useQuery(() => reportQuery(scope()));
  const shown = () => dataOf(report) ?? null;
  const print = () => window.print();
  useKeys(() => (shown() === null ? [] : [{ key: "p", does: t().printKey, run: print, onLine: true }]));
  useWhyKey(() => (shown() === null ? null : { number: "giveBackOfTarget" }));
  return (
    <main class="page report-page">
      <div class="report-bar not-printed">
        <p class="byline">{barWords(scope().period, shown(), dayOf)}</p>
        <a
          class={buttonClass("normal", "small")}
          href={reportAddress(scope())}
          download={`headwater-${scope().period}.json`}
        >
          {t().json}
        </a>
        <Button size="small" onClick={print} disabled={shown() === null}>
          {t().print} <Kbd keys="P" />
        </Button>
      </div>
      <Switch>
        <Match when={report.isError && shown() === null}>
          <Failure title={t().notRead} onRetry={() => void report.refetch()}>
            {report.error?.message}
          </Failure>
        </Match>
        <Match when={shown() === null}>
          <div class="report-wait">
            <Loading lines={9} />
          </div>
        </Match>
        <Match when={shown()}>{(read) => <ReportSheet report={read()} unit={scope().unit} />}</Match>
      </Switch>
    </main>
  );
}

/** `Report · 2026-Q3 · books closed 9 Oct 2026 by Ann`. */
function barWords(period: string, report: Report | null, dayOf: (instant: string) => string): string {
  const what = [t().report, report?.period ?? period];
  return [...what, ...(report === null ? [] : [booksWords(report.books, dayOf)])].join(" · ");
}
