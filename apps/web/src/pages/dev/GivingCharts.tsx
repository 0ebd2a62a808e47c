import { ChartFigure, Matrix, StackedBars, WeekHeat } from "@headwater/ui/charts";
import { count, percent, percentFigure } from "@headwater/ui/format";
import { quarters, reach, reachColumns, teams } from "./charts-data.ts";
import { t } from "./charts-texts.ts";

const written = (value: number | null) => (value === null ? null : count(value));

export function HeatChart() {
  const words = () => t().heat;
  const read = (index: number) => {
    const team = teams[Math.floor(index / 52)];
    const hours = team?.weeks[index % 52] ?? null;
    const said = hours === null ? t().behind.unknown : words().hours(count(hours));
    return words().read(team?.name ?? "", (index % 52) + 1, said);
  };
  return (
    <ChartFigure
      ruled
      title={words().title}
      summary={words().summary}
      words={t().behind}
      table={{
        columns: [
          { name: words().columns.team },
          { name: words().columns.most, unit: "h", figures: true },
          { name: words().columns.sum, unit: "h", figures: true },
        ],
        rows: teams.map(({ name, weeks }) => {
          const known = weeks.map((hours) => hours ?? 0);
          const sum = known.reduce((total, hours) => total + hours, 0);
          return [name, count(Math.max(...known)), weeks.includes(null) ? null : count(sum)];
        }),
      }}
    >
      <WeekHeat
        rows={teams}
        marks={words().months.map((said, index) => ({ week: index * 13, said }))}
        label={words().label}
        reading={{ name: words().reading, at: read }}
      />
    </ChartFigure>
  );
}

export function StackedChart() {
  const words = () => t().stacked;
  const series = (): [string, string, string] => {
    const [first = "", second = "", third = ""] = words().series;
    return [first, second, third];
  };
  const read = (index: number) => {
    const parts = series().map((name, part) => {
      const value = quarters[index]?.values[part] ?? null;
      return `${name} ${written(value) ?? t().behind.unknown}`;
    });
    return `${quarters[index]?.name ?? ""}: ${parts.join(", ")}`;
  };
  return (
    <ChartFigure
      ruled
      title={words().title}
      summary={words().summary}
      words={t().behind}
      table={{
        columns: [
          { name: words().columns.quarter },
          ...series().map((name) => ({ name, unit: "USD", figures: true })),
        ],
        rows: quarters.map(({ name, values }) => [name, ...values.map(written)]),
      }}
    >
      <StackedBars
        series={series()}
        columns={quarters}
        axis={words().axis}
        label={words().label}
        reading={{ name: words().reading, at: read }}
      />
    </ChartFigure>
  );
}

export function MatrixChart() {
  const words = () => t().matrix;
  const share = (value: number | null) => (value === null ? null : percent(value));
  const bare = (value: number | null) => (value === null ? null : percentFigure(value, 0));
  const read = (index: number) => {
    const row = reach[Math.floor(index / 4)];
    const value = share(row?.cells[index % 4]?.share ?? null) ?? t().behind.unknown;
    return `${row?.name ?? ""}, ${reachColumns[index % 4] ?? ""}: ${value}`;
  };
  return (
    <ChartFigure
      ruled
      title={words().title}
      summary={words().summary}
      words={t().behind}
      table={{
        columns: [
          { name: words().columns.project },
          ...reachColumns.map((name) => ({ name, unit: "%", figures: true })),
        ],
        rows: reach.map(({ name, cells }) => [name, ...cells.map((cell) => bare(cell.share))]),
      }}
    >
      <Matrix
        columns={reachColumns}
        rows={reach}
        label={words().label}
        reading={{ name: words().reading, at: read }}
      />
    </ChartFigure>
  );
}
