import { CellCharts } from "./CellCharts.tsx";
import "./charts.css";
import { t } from "./charts-texts.ts";
import { GapsChart, MonthsChart } from "./LargeCharts.tsx";

/** Every chart with what is estimated, unknown and zero in it. The figures are invented. */
export function Charts() {
  return (
    <div class="dev-charts">
      <h2>{t().title}</h2>
      <GapsChart />
      <MonthsChart />
      <CellCharts />
    </div>
  );
}
