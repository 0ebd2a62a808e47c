import { CellCharts, PromiseCharts } from "./CellCharts.tsx";
import "./charts.css";
import { t } from "./charts-texts.ts";
import { HeatChart, MatrixChart, StackedChart } from "./GivingCharts.tsx";
import { GapsChart, MonthsChart } from "./LargeCharts.tsx";
import { VersionsChart, WeekChart } from "./TimeCharts.tsx";

/** Every chart with what is estimated, unknown and zero in it. The figures are invented. */
export function Charts() {
  return (
    <div class="dev-charts">
      <h2>{t().title}</h2>
      <GapsChart />
      <MonthsChart />
      <VersionsChart />
      <WeekChart />
      <HeatChart />
      <StackedChart />
      <MatrixChart />
      <PromiseCharts />
      <CellCharts />
    </div>
  );
}
