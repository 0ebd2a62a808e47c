import type { ProjectMonths } from "@headwater/contract/projects";
import { ChartFigure, UsageAndGiving } from "@headwater/ui/charts";
import { amountFigure, monthName, percent, percentFigure } from "@headwater/ui/format";
import { t } from "./texts.ts";

type Month = ProjectMonths["months"][number];

/** Usage against give-back, month by month on one axis: this period, and left of a line the time before it. */
export function Months(props: { readonly months: ProjectMonths }) {
  const all = () => props.months.months;
  const before = () => all().filter((month) => !month.inPeriod).length;
  const last = () => all().at(-1)?.usageShare ?? null;
  return (
    <ChartFigure
      title={t().chartTitle}
      summary={summaryOf(all())}
      table={tableOf(props.months)}
      words={{ table: t().table, chart: t().chart, unknown: t().unknown }}
    >
      <UsageAndGiving
        months={all().map((month) => ({
          letter: monthName(month.month, "short", true).slice(0, 1),
          usage: month.usageShare === null ? null : month.usageShare * 100,
          given: month.giveBack === null ? null : Number(month.giveBack),
          estimated: estimatedPart(month),
        }))}
        before={before()}
        fairShare={fairShareOf(props.months)}
        label={summaryOf(all())}
        reading={{ name: t().readMonths, at: (index) => monthWords(all()[index], props.months.currency) }}
        words={{
          usage: t().usageUnit,
          given: t().givenUnit(props.months.currency),
          before: t().before,
          now: t().now,
        }}
        lastUsage={last() === null ? "" : percentFigure(last() ?? 0, 2)}
      />
    </ChartFigure>
  );
}

function estimatedPart({ giveBack, estimated }: Month): number {
  const given = Number(giveBack);
  return given > 0 ? Math.min(1, Number(estimated) / given) : 0;
}

function fairShareOf({ fairShare }: ProjectMonths): { value: number; said: string } | null {
  return fairShare === null
    ? null
    : { value: Number(fairShare), said: t().fairShareSaid(amountFigure(fairShare)) };
}

function monthWords(month: Month | undefined, currency: string): string {
  if (month === undefined) return "";
  const given = month.giveBack === null ? t().unknown : `${currency} ${amountFigure(month.giveBack)}`;
  return t().monthSaid(
    monthName(month.month),
    usageText(month) ?? t().unknown,
    given,
    estimatedPart(month) > 0,
  );
}

function usageText({ usageShare }: Month): string | null {
  return usageShare === null ? null : percent(usageShare, 2);
}

function summaryOf(months: readonly Month[]): string {
  const known = months.flatMap((month) => usageText(month) ?? []);
  const given = months.filter((month) => Number(month.giveBack) > 0).length;
  return t().chartSummary(known[0] ?? t().unknown, known.at(-1) ?? t().unknown, given, months.length);
}

function tableOf({ months, currency }: ProjectMonths) {
  const figure = (amount: string | null) => (amount === null ? null : amountFigure(amount));
  return {
    columns: [
      { name: t().month },
      { name: t().usage, unit: "%", figures: true },
      { name: t().given, unit: currency, figures: true },
      { name: t().estimatedColumn, unit: currency, figures: true },
    ],
    rows: months.map((month) => [
      monthName(month.month),
      month.usageShare === null ? null : percentFigure(month.usageShare, 2),
      figure(month.giveBack),
      figure(month.estimated),
    ]),
  };
}
