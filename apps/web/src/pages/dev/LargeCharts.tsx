import { ChartFigure, PairedBars, UsageAndGiving } from "@headwater/ui/charts";
import { count, monthName, percent, percentFigure } from "@headwater/ui/format";
import { gaps, monthOf, months, shares } from "./charts-data.ts";
import { t } from "./charts-texts.ts";

const figure = (value: number | null) => (value === null ? t().behind.unknown : count(value));
const cell = (value: number | null) => (value === null ? null : count(value));

export function GapsChart() {
  const words = () => t().paired;
  const rows = () => gaps.map((row, index) => ({ ...row, note: words().ofUsage(shares[index] ?? 0) }));
  const read = (index: number) => {
    const row = gaps[index];
    return row === undefined
      ? ""
      : words().read(row.name, figure(row.fair), figure(row.given), figure(row.gap));
  };
  return (
    <ChartFigure
      ruled
      title={words().title}
      aside={words().aside}
      summary={words().summary}
      note={words().note}
      words={t().behind}
      table={{
        columns: [
          { name: words().columns.name },
          { name: words().columns.fair, unit: "USD", figures: true },
          { name: words().columns.given, unit: "USD", figures: true },
          { name: words().columns.gap, unit: "USD", figures: true },
        ],
        rows: gaps.map(({ name, fair, given, gap }) => [name, cell(fair), cell(given), cell(gap)]),
      }}
    >
      <PairedBars
        rows={rows()}
        label={words().label}
        words={words().words}
        reading={{ name: words().reading, at: read }}
      />
    </ChartFigure>
  );
}

export function MonthsChart() {
  const words = () => t().months;
  const usage = (share: number | null) => (share === null ? t().behind.unknown : percent(share / 100, 2));
  const read = (index: number) => {
    const month = months[index];
    return month === undefined ? "" : words().read(monthOf(index), usage(month.usage), figure(month.given));
  };
  return (
    <ChartFigure
      title={words().title}
      summary={words().summary}
      words={t().behind}
      table={{
        columns: [
          { name: words().columns.month },
          { name: words().columns.usage, unit: "%", figures: true },
          { name: words().columns.given, unit: "USD", figures: true },
        ],
        rows: months.map(({ usage: share, given }, index) => [
          monthName(monthOf(index)),
          share === null ? null : percentFigure(share / 100, 2),
          cell(given),
        ]),
      }}
    >
      <UsageAndGiving
        months={months}
        before={12}
        fairShare={{ value: 176, said: words().fairShare }}
        events={[{ month: 4, said: words().event }]}
        notes={[{ month: 17, said: words().triage }]}
        label={words().label}
        words={words().words}
        lastUsage={percentFigure(0.011, 2)}
        reading={{ name: words().reading, at: read }}
      />
    </ChartFigure>
  );
}
